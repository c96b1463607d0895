package org.huying.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huying.database.EmbeddedPostgres;

/// A look at the running database from outside of the server.
final class Database implements AutoCloseable {
    private final EmbeddedPostgres.Connection address;
    private final Connection connection;

    Database(EmbeddedPostgres.Connection address) {
        this.address = address;
        this.connection = connect();
    }

    static Database of(Path data) {
        return new Database(
                EmbeddedPostgres.running(data)
                        .orElseThrow(
                                () -> new IllegalStateException("No database runs in " + data)));
    }

    /// A plain connection in autocommit, as the driver makes it.
    Connection connect() {
        try {
            return DriverManager.getConnection(address.url(), address.user(), address.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many events the slowest consumer has still to read.
    long consumerLag() {
        return number(
                """
                SELECT coalesce(max(behind), 0)
                  FROM (SELECT (SELECT count(*) FROM eventlog.event e WHERE (e.xid, e.id) > (c.xid, c.id)) AS behind
                          FROM eventlog.cursor c) AS lag
                """);
    }

    /// Transactions so far; in autocommit each statement is one.
    long transactions() {
        return number(
                "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
    }

    long number(String sql) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<UUID> ids(String sql) {
        var ids = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return ids;
    }

    List<String> texts(String sql) {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return texts;
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
