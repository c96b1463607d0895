package org.huying.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/// Statements that stand for themselves, whatever transaction their caller is in: each is committed at once, on one of two
/// connections kept for this alone, so that no row stays locked behind it, no rollback takes it back, and it is never short
/// of a connection because the callers hold all the others. The connections are opened when they are asked for and closed
/// when nobody does for a while.
public final class Apart implements AutoCloseable {
    private static final int CONNECTIONS = 2;
    private static final int IDLE_MILLIS = 10_000;
    private static final int SECONDS = 5;

    private final SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();
    private final HikariDataSource pool;

    private Apart(HikariDataSource pool) {
        this.pool = pool;
    }

    /// On the same database as that pool. Throws `IllegalArgumentException` for anything but a pool of [Pool].
    public static Apart from(DataSource other) {
        try {
            var main = other.unwrap(HikariDataSource.class);
            var config =
                    Pool.config(
                            main.getJdbcUrl(), main.getUsername(), main.getPassword(), CONNECTIONS);
            config.setPoolName("huying-apart");
            config.setMinimumIdle(0);
            config.setIdleTimeout(IDLE_MILLIS);
            config.setInitializationFailTimeout(-1);
            return new Apart(new HikariDataSource(config));
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not a pool of connections: " + other, e);
        }
    }

    /// One row of an answer, on which the cursor stands.
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The rows that the statement answers, its `?` filled in order. It fails, and the program does not hang, where the
    /// database takes longer than seconds.
    public <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var rows = new ArrayList<T>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw translated(sql, e);
        }
    }

    private DataAccessException translated(String sql, SQLException e) {
        var translated = translator.translate("apart", sql, e);
        return translated == null ? new UncategorizedSQLException("apart", sql, e) : translated;
    }

    @Override
    public void close() {
        pool.close();
    }
}
