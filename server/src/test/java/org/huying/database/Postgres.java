package org.huying.database;

import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A real PostgreSQL for tests: `@Import(Postgres.class)` gives every Spring context a fresh, migrated database;
/// [#migrated()] gives one to a test without Spring. It is the embedded server, kept in `target/` from run to run, or the
/// one of `HUYING_TEST_DB_URL` (with `_USER` and `_PASSWORD`; a role that may create databases).
@TestConfiguration(proxyBeanMethods = false)
public class Postgres {

    @Bean
    DynamicPropertyRegistrar testDatabase() {
        AtTheEnd.afterContexts();
        var database = TestCluster.shared().fresh(true);
        return registry -> {
            registry.add("huying.db.url", database::url);
            registry.add("huying.db.user", database::user);
            registry.add("huying.db.password", database::password);
            registry.add("huying.db.pool", () -> 6);
        };
    }

    /// Tells a server of a test class where its fresh database is, before any of its beans is made.
    public static void into(DynamicPropertyRegistry registry) {
        AtTheEnd.afterContexts();
        var database = connection();
        registry.add("huying.db.url", database::url);
        registry.add("huying.db.user", database::user);
        registry.add("huying.db.password", database::password);
        registry.add("huying.db.pool", () -> 6);
    }

    /// A fresh database with every module's schema.
    public static DataSource migrated() {
        return TestCluster.pool(TestCluster.shared().fresh(true));
    }

    /// A fresh database with nothing in it.
    public static DataSource empty() {
        return TestCluster.pool(TestCluster.shared().fresh(false));
    }

    /// Where a fresh, migrated database can be reached, for programs that make their own connections.
    public static EmbeddedPostgres.Connection connection() {
        return TestCluster.shared().fresh(true);
    }
}
