package org.huying.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The one pool of the server, on the embedded or the external PostgreSQL, and the few connections that stand [Apart].
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    @Lazy
    EmbeddedPostgres embeddedPostgres(DatabaseProperties properties) {
        return EmbeddedPostgres.start(properties.folder());
    }

    @Bean
    @ConditionalOnMissingBean(DataSource.class)
    HikariDataSource dataSource(
            DatabaseProperties properties, ObjectProvider<EmbeddedPostgres> embedded) {
        var db = properties.db();
        if (db.url() == null || db.url().isBlank()) {
            return checked(Pool.of(embedded.getObject().connection(), db.pool()), false);
        }
        return open(db);
    }

    /// A pool on somebody else's PostgreSQL, or a [DatabaseFailure] that says why not.
    static HikariDataSource open(DatabaseProperties.Db db) {
        var url = Objects.requireNonNull(db.url());
        try {
            return checked(Pool.of(url, db.user(), db.password(), db.pool()), true);
        } catch (HikariPool.PoolInitializationException e) {
            throw External.unreachable(e);
        }
    }

    @Bean
    Apart apart(DataSource dataSource) {
        return Apart.from(dataSource);
    }

    @Bean
    FlywayMigrationStrategy perModule(DataSource dataSource) {
        return _ -> Migrations.run(dataSource);
    }

    private static HikariDataSource checked(HikariDataSource dataSource, boolean external) {
        try {
            if (external) {
                External.check(dataSource);
            }
            Settings.verifyDurable(dataSource);
            return dataSource;
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }
}
