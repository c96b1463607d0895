package org.huying.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.huying.database.NamedSql;
import org.jspecify.annotations.Nullable;

/// A statement of the server's with named parameters, prepared once on a plain connection.
final class Prepared implements AutoCloseable {
    private final PreparedStatement statement;
    private final NamedSql sql;

    Prepared(Connection connection, String sql) throws SQLException {
        this.sql = NamedSql.of(sql);
        statement = connection.prepareStatement(this.sql.text());
    }

    /// Runs it and answers the first column of the first row as text; empty of no row.
    String run(Map<String, ? extends @Nullable Object> values) throws SQLException {
        sql.bind(statement, values);
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
}
