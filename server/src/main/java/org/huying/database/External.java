package org.huying.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Whether somebody else's PostgreSQL will do. What it refuses it refuses in Chinese and English, with the way out.
final class External {
    private static final int OLDEST = 150000;
    private static final String UNABLE_OF_CHINESE =
            """
            这个数据库检索不了中文：编码须是 UTF8，LC_CTYPE 须认识汉字。请重新建库：
            This database cannot search Chinese: it takes encoding UTF8 and an LC_CTYPE that knows Chinese letters. Create it anew:
              CREATE DATABASE huying ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0;\
            """;

    private External() {}

    static void check(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            refuseOld(number(statement, "SELECT current_setting('server_version_num')::int"));
            refuseReadOnly(statement);
            refuseWithoutRights(statement);
            refuseUnableOfChinese(connection, statement);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    static DatabaseFailure unreachable(Exception reason) {
        return new DatabaseFailure(
                """
                HUYING_DB_URL 指的数据库用不了：%1$s
                The database at HUYING_DB_URL cannot be used: %1$s\
                """
                        .formatted(reason.getMessage()),
                reason);
    }

    /// @param version as in `server_version_num`: 150004 is 15.4
    static void refuseOld(int version) {
        if (version < OLDEST) {
            throw new DatabaseFailure(
                    """
                    呼应需要 PostgreSQL 15 或更新的版本，这个是 %1$d。请升级，或者不设 HUYING_DB_URL，用自带的。
                    Huying needs PostgreSQL 15 or newer, this one is %1$d. Upgrade it, or leave HUYING_DB_URL out and use the embedded one.\
                    """
                            .formatted(version / 10000));
        }
    }

    private static void refuseReadOnly(Statement statement) throws SQLException {
        if (yes(statement, "SELECT pg_is_in_recovery()")) {
            throw new DatabaseFailure(
                    """
                    HUYING_DB_URL 指的是只读的备库，请指向主库。
                    HUYING_DB_URL leads to a read-only standby; it takes the primary.\
                    """);
        }
    }

    private static void refuseWithoutRights(Statement statement) throws SQLException {
        if (!yes(statement, "SELECT has_database_privilege(current_database(), 'CREATE')")) {
            try (var row = statement.executeQuery("SELECT current_user, current_database()")) {
                row.next();
                var role = row.getString(1);
                var database = row.getString(2);
                throw new DatabaseFailure(
                        """
                        账号 %1$s 不能在数据库 %2$s 里建模式和扩展。请让它成为数据库的所有者：
                        The role %1$s may not create schemas and extensions in the database %2$s. Make it the owner:
                          ALTER DATABASE %2$s OWNER TO %1$s;\
                        """
                                .formatted(role, database));
            }
        }
    }

    /// Leaves nothing behind: the extension is tried out in a transaction that is rolled back.
    private static void refuseUnableOfChinese(Connection connection, Statement statement)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            if (!yes(statement, "SELECT current_setting('server_encoding') = 'UTF8'")
                    || number(statement, "SELECT cardinality(show_trgm('路灯坏了'))") == 0) {
                throw new DatabaseFailure(UNABLE_OF_CHINESE);
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

    private static boolean yes(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
