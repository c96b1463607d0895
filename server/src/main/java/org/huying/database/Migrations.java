package org.huying.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The schema's only definition: `db/migration/<module>/V<n>__verb_noun.sql`, one schema and one history per module,
/// migrated in this order.
public final class Migrations {
    /// Every module with tables, lower ones first. A module without a folder is skipped.
    public static final List<String> MODULES =
            List.of(
                    "eventlog",
                    "territory",
                    "org",
                    "access",
                    "playbook",
                    "matter",
                    "insight",
                    "notice",
                    "demo");

    private Migrations() {}

    public static void run(DataSource dataSource) {
        for (var module : present()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/" + module)
                    .defaultSchema(module)
                    .createSchemas(true)
                    .table("flyway_history")
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
        }
    }

    /// The modules that have migrations, in order.
    public static List<String> present() {
        return MODULES.stream().filter(Migrations::hasFiles).toList();
    }

    private static boolean hasFiles(String module) {
        try {
            var found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/" + module + "/*.sql");
            return found.length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
