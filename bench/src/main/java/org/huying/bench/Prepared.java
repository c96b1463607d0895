package org.huying.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/// A statement of the server's with named parameters, prepared once on a plain connection.
final class Prepared implements AutoCloseable {
    private final PreparedStatement statement;
    private final List<String> names;

    Prepared(Connection connection, String sql) throws SQLException {
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        names = namesOf(sql);
        statement =
                connection.prepareStatement(
                        NamedParameterUtils.substituteNamedParameters(
                                parsed, new MapSqlParameterSource()));
    }

    /// Runs it and answers the first column of the first row as text; empty of no row.
    String run(Map<String, ? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            set(i + 1, values.get(names.get(i)));
        }
        try (var rows = statement.executeQuery()) {
            var first = "";
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                first = rows.getString(1);
                for (int i = 2; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
            return first;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private void set(int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case Instant time -> statement.setObject(at, time.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(at, value);
        }
    }

    private static List<String> namesOf(String sql) {
        return java.util.regex.Pattern.compile("(?<!:):([A-Za-z][A-Za-z0-9]*)")
                .matcher(sql)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
