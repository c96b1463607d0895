package org.huying.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Whether somebody else's PostgreSQL will do.
final class External {
    private static final int OLDEST = 150000;

    private External() {}

    static void check(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            var version = number(statement, "SELECT current_setting('server_version_num')::int");
            if (version < OLDEST) {
                throw new DatabaseFailure(
                        "Huying needs PostgreSQL 15 or newer; this one is "
                                + version / 10000
                                + ".");
            }
            checkChinese(connection, statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "The database at HUYING_DB_URL cannot be used: " + e.getMessage(), e);
        }
    }

    /// Leaves nothing behind: the extension is tried out in a transaction that is rolled back.
    private static void checkChinese(Connection connection, Statement statement)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            if (number(statement, "SELECT cardinality(show_trgm('路灯坏了'))") == 0) {
                throw new DatabaseFailure(
                        """
                        This database cannot search Chinese: its LC_CTYPE knows no Chinese letters. Create it anew:
                          CREATE DATABASE huying ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0;\
                        """);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
