package org.huying.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class NamedSqlTest {

    @Test
    void putsAMarkForEachParameterAndLeavesCastsQuotesAndCommentsAlone() {
        var sql =
                NamedSql.of(
                        """
                        SELECT :a::text, ':b', "c:d" -- :e
                          FROM t WHERE x = :a AND y > :f_1\
                        """);
        assertThat(sql.text())
                .isEqualTo(
                        """
                        SELECT ?::text, ':b', "c:d" -- :e
                          FROM t WHERE x = ? AND y > ?\
                        """);
    }

    @Test
    void bindsByNameAsOftenAsANameOccurs() {
        var sql = NamedSql.of("SELECT :a::text || :b::text || :a::text");
        var answer =
                template()
                        .query(
                                sql.text(),
                                sql.with(Map.of("a", "x", "b", "y")),
                                (row, _) -> row.getString(1));
        assertThat(answer).containsExactly("xyx");
    }

    @Test
    void bindsMomentsAndNulls() {
        var sql = NamedSql.of("SELECT :at::timestamptz, :id::uuid");
        var at = Instant.parse("2026-01-02T03:04:05Z");
        var values = new HashMap<String, @Nullable Object>();
        values.put("at", at);
        values.put("id", null);
        var answer =
                template()
                        .query(
                                sql.text(),
                                sql.with(values),
                                (row, _) ->
                                        row.getTimestamp(1).toInstant() + " " + row.getString(2));
        assertThat(answer).containsExactly(at + " null");
    }

    @Test
    void refusesAParameterThatWasForgotten() {
        var sql = NamedSql.of("SELECT :a::text, :b::text");
        var template = template();
        assertThatThrownBy(
                        () -> template.query(sql.text(), sql.with(Map.of("a", "x")), (_, _) -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":b");
    }

    @Test
    void staysPreparedWhenAParameterChangesBetweenNullAndAValue() throws SQLException {
        var sql = NamedSql.of("SELECT :id::uuid, :word::text, :at::timestamptz");
        var filled = Map.<String, Object>of("id", new UUID(1, 2), "word", "x", "at", Instant.EPOCH);
        var empty = new HashMap<String, @Nullable Object>();
        filled.keySet().forEach(name -> empty.put(name, null));
        try (var connection = Postgres.empty().getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < 20; i++) {
                sql.bind(statement, i % 2 == 0 ? filled : empty);
                statement.executeQuery().close();
            }
            try (var asked = connection.createStatement();
                    var row =
                            asked.executeQuery(
                                    """
                                    SELECT generic_plans + custom_plans FROM pg_prepared_statements
                                     WHERE statement LIKE '%timestamptz%' AND name <> ''
                                    """)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isGreaterThan(10);
            }
        }
    }

    private static JdbcTemplate template() {
        return new JdbcTemplate(Postgres.empty());
    }
}
