package org.huying.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/// Makes connection pools with the settings that every Huying process uses.
public final class Pool {
    private Pool() {}

    public static HikariDataSource of(EmbeddedPostgres.Connection connection, int size) {
        return of(connection.url(), connection.user(), connection.password(), size);
    }

    static HikariDataSource of(
            String url, @Nullable String user, @Nullable String password, int size) {
        return new HikariDataSource(config(url, user, password, size));
    }

    static HikariConfig config(
            String url, @Nullable String user, @Nullable String password, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url.startsWith("jdbc:") ? url : "jdbc:" + url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("huying");
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "huying");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
