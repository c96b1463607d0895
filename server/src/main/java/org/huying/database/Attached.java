package org.huying.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The database as a command uses it, whether the server runs or not: the one of `HUYING_DB_URL`, or the embedded one of
/// the data folder, which is started for the while if it is not running.
public final class Attached implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final HikariDataSource dataSource;
    private final @Nullable EmbeddedPostgres started;

    private Attached(HikariDataSource dataSource, @Nullable EmbeddedPostgres started) {
        this.dataSource = dataSource;
        this.started = started;
    }

    /// `folder`: the data folder, else `HUYING_DATA`, else `~/.huying`.
    public static Attached to(Optional<Path> folder) {
        var url = System.getenv("HUYING_DB_URL");
        if (folder.isEmpty() && url != null && !url.isBlank()) {
            var user = System.getenv("HUYING_DB_USER");
            return new Attached(
                    Pool.of(url, user, System.getenv("HUYING_DB_PASSWORD"), CONNECTIONS), null);
        }
        var home = folder.orElseGet(Attached::home);
        var running = EmbeddedPostgres.running(home);
        if (running.isPresent()) {
            return new Attached(Pool.of(running.get(), CONNECTIONS), null);
        }
        var started = EmbeddedPostgres.start(home);
        return new Attached(Pool.of(started.connection(), CONNECTIONS), started);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
        if (started != null) {
            started.close();
        }
    }

    private static Path home() {
        var data = System.getenv("HUYING_DATA");
        return data == null || data.isBlank()
                ? new DatabaseProperties(null, NOTHING).folder()
                : Path.of(data);
    }

    private static final DatabaseProperties.Db NOTHING =
            new DatabaseProperties.Db(null, null, null, CONNECTIONS);
}
