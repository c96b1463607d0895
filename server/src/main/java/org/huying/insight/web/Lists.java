package org.huying.insight.web;

import java.util.List;
import org.huying.insight.sql.Statement;
import org.huying.problem.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Runs a statement of the lists, in one round trip, and names what it answers.
@Component
class Lists {

    private final JdbcClient jdbc;
    private final Naming naming;

    Lists(JdbcClient jdbc, Naming naming) {
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
        return jdbc.sql(statement.sql())
                .params(statement.params())
                .query((row, _) -> LineRow.of(row, slotted))
                .list();
    }
}
