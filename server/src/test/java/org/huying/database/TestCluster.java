package org.huying.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The server behind [Postgres]. A template database is migrated once for each state of the migration files; a fresh
/// database is a copy of it.
final class TestCluster {
    private static final int SLOTS = 8;
    private static final int ADVISORY = 4829;
    private static @Nullable TestCluster shared;

    private final EmbeddedPostgres.Connection admin;
    private final @Nullable EmbeddedPostgres embedded;
    private final String template;
    private final AtomicInteger count = new AtomicInteger();

    private TestCluster(EmbeddedPostgres.Connection admin, @Nullable EmbeddedPostgres embedded) {
        this.admin = admin;
        this.embedded = embedded;
        this.template = "huying_template_" + fingerprint();
    }

    static synchronized TestCluster shared() {
        if (shared == null) {
            shared =
                    external() == null
                            ? embedded()
                            : new TestCluster(Objects.requireNonNull(external()), null);
            shared.prepare();
        }
        return shared;
    }

    EmbeddedPostgres.Connection fresh(boolean migrated) {
        var name = "huying_test_" + ProcessHandle.current().pid() + "_" + count.incrementAndGet();
        admin(
                "CREATE DATABASE "
                        + name
                        + owner()
                        + " TEMPLATE "
                        + (migrated ? template : "template0"));
        dropAtTheEnd(name);
        return reach(name);
    }

    /// An empty database made the way its caller says; whoever asks for it drops nothing: it goes with the others.
    EmbeddedPostgres.Connection made(String options) {
        var name = "huying_test_" + ProcessHandle.current().pid() + "_" + count.incrementAndGet();
        admin("CREATE DATABASE " + name + " TEMPLATE template0 " + options);
        dropAtTheEnd(name);
        return reach(name);
    }

    /// The embedded server drops what is left when it starts again.
    private void dropAtTheEnd(String name) {
        if (embedded == null) {
            AtTheEnd.run(() -> admin("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        }
    }

    /// Makes a role that may sign in, and answers it on the same database.
    EmbeddedPostgres.Connection role(EmbeddedPostgres.Connection on, String name) {
        admin("DROP ROLE IF EXISTS " + name);
        admin("CREATE ROLE " + name + " LOGIN PASSWORD 'for-this-test'");
        return new EmbeddedPostgres.Connection(on.url(), name, "for-this-test");
    }

    static DataSource pool(EmbeddedPostgres.Connection database) {
        var config = Pool.config(database.url(), database.user(), database.password(), 8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres.@Nullable Connection external() {
        var url = System.getenv("HUYING_TEST_DB_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        return new EmbeddedPostgres.Connection(
                jdbc,
                Objects.requireNonNullElse(System.getenv("HUYING_TEST_DB_USER"), "postgres"),
                Objects.requireNonNullElse(System.getenv("HUYING_TEST_DB_PASSWORD"), ""));
    }

    /// The first slot that no other test run of this checkout uses.
    private static TestCluster embedded() {
        for (int slot = 1; ; slot++) {
            try {
                var server = EmbeddedPostgres.start(Path.of("target", "test-postgres-" + slot));
                AtTheEnd.run(server::close);
                return new TestCluster(server.admin(EmbeddedPostgres.ADMIN), server);
            } catch (DatabaseFailure e) {
                if (slot == SLOTS || !String.valueOf(e.getMessage()).contains("in use")) {
                    throw e;
                }
            }
        }
    }

    private EmbeddedPostgres.Connection reach(String database) {
        if (embedded != null) {
            var own = embedded.connection();
            return new EmbeddedPostgres.Connection(
                    embedded.admin(database).url(), own.user(), own.password());
        }
        return new EmbeddedPostgres.Connection(
                admin.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + database),
                admin.user(),
                admin.password());
    }

    private String owner() {
        return embedded == null
                ? " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
                : " OWNER " + EmbeddedPostgres.ROLE;
    }

    private void prepare() {
        try (var connection = connect(admin);
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + ADVISORY + ")");
            if (embedded != null) {
                dropLeftovers(connection);
            }
            try (var found =
                    statement.executeQuery(
                            "SELECT 1 FROM pg_database WHERE datname = '"
                                    + template
                                    + "' AND datistemplate")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("DROP DATABASE IF EXISTS " + template);
            statement.execute("CREATE DATABASE " + template + owner() + " TEMPLATE template0");
            try (var pool = (HikariDataSource) pool(reach(template))) {
                Migrations.run(pool);
            }
            statement.execute("ALTER DATABASE " + template + " IS_TEMPLATE true");
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be prepared", e);
        }
    }

    private void dropLeftovers(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            try (var rows =
                    statement.executeQuery(
                            "SELECT datname FROM pg_database WHERE datname LIKE 'huying\\_te%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            names.remove(template);
            for (var name : names) {
                statement.execute("ALTER DATABASE " + name + " IS_TEMPLATE false");
                statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
        }
    }

    void admin(String sql) {
        try (var connection = connect(admin);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(EmbeddedPostgres.Connection to) throws SQLException {
        return DriverManager.getConnection(to.url(), to.user(), to.password());
    }

    private static String fingerprint() {
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/*.sql");
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file :
                    Arrays.stream(files)
                            .sorted(Comparator.comparing(Resource::getFilename))
                            .toList()) {
                digest.update(
                        file.getURI().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
