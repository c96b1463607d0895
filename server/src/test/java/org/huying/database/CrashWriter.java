package org.huying.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A process to be killed: writes rows as fast as it can and says each id on standard output once it is acknowledged.
final class CrashWriter {
    private static final int THREADS = 4;

    private CrashWriter() {}

    public static void main(String[] arguments) {
        var server = EmbeddedPostgres.start(Path.of(arguments[0]));
        var jdbc = JdbcClient.create(Pool.of(server.connection(), THREADS));
        prepare(jdbc);
        var out = new PrintStream(System.out, true);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.execute(() -> writeForever(jdbc, out));
            }
        }
    }

    static void prepare(JdbcClient jdbc) {
        jdbc.sql(
                        "CREATE TABLE IF NOT EXISTS acknowledged (id uuid PRIMARY KEY, note text NOT NULL)")
                .update();
    }

    private static void writeForever(JdbcClient jdbc, PrintStream out) {
        while (true) {
            var id = Ids.next();
            jdbc.sql("INSERT INTO acknowledged VALUES (:id, repeat('x', 300))")
                    .param("id", id)
                    .update();
            out.println(id);
        }
    }
}
