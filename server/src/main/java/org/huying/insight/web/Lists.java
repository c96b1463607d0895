package org.huying.insight.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.huying.database.NamedSql;
import org.huying.insight.sql.Statement;
import org.huying.problem.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Runs a statement of the lists, in one round trip, and names what it answers.
@Component
class Lists {

    private static final int MOST_SHAPES = 1_000;

    private final JdbcTemplate jdbc;
    private final Naming naming;
    private final Cache<String, NamedSql> shapes =
            Caffeine.newBuilder().maximumSize(MOST_SHAPES).build();

    Lists(JdbcTemplate jdbc, Naming naming) {
        this.jdbc = jdbc;
        this.naming = naming;
    }

    MatterPage page(
            String region, Statement statement, Cursor cursor, int limit, Language language) {
        var rows = rows(statement, cursor == Cursor.SEARCH);
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new MatterPage(
                naming.lines(region, shown, language), more ? cursor.after(shown.getLast()) : null);
    }

    MatterBox box(String region, Statement statement, int limit, Language language) {
        var rows = rows(statement, false);
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new MatterBox(naming.lines(region, shown, language), rows.size() > limit);
    }

    private List<LineRow> rows(Statement statement, boolean slotted) {
        var sql = shapes.get(statement.sql(), NamedSql::of);
        return jdbc.query(
                sql.text(), sql.with(statement.params()), (row, _) -> LineRow.of(row, slotted));
    }
}
