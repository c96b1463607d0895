package org.huying.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The schema's only definition: `db/migration/<module>/V<n>__verb_noun.sql`, one schema and one history per module,
/// migrated in this order.
public final class Migrations {
    /// Every module with tables, lower ones first. A module without a folder is skipped.
    public static final List<String> MODULES =
            List.of(
                    "vault",
                    "scheduler",
                    "eventlog",
                    "territory",
                    "org",
                    "access",
                    "calendar",
                    "file",
                    "playbook",
                    "matter",
                    "whistle",
                    "task",
                    "power",
                    "appointment",
                    "mediation",
                    "muster",
                    "insight",
                    "notice",
                    "suggest",
                    "gateway",
                    "demo");

    /// The table in each schema that says how far it has been migrated.
    public static final String HISTORY = "flyway_history";

    private Migrations() {}

    public static void run(DataSource dataSource) {
        present().forEach(module -> flyway(dataSource, module).load().migrate());
    }

    /// Only the modules named, only up to the versions given: the schema that an older backup was made with.
    public static void run(DataSource dataSource, Map<String, String> versions) {
        for (var module : present()) {
            var version = versions.get(module);
            if (version != null) {
                flyway(dataSource, module).target(version).load().migrate();
            }
        }
    }

    /// The version each module's schema has now; modules never migrated are left out.
    public static Map<String, String> versions(DataSource dataSource) {
        var versions = new LinkedHashMap<String, String>();
        for (var module : present()) {
            var current = flyway(dataSource, module).createSchemas(false).load().info().current();
            if (current != null && current.getVersion() != null) {
                versions.put(module, current.getVersion().getVersion());
            }
        }
        return versions;
    }

    /// The modules that have migrations, in order.
    public static List<String> present() {
        return MODULES.stream().filter(Migrations::hasFiles).toList();
    }

    private static FluentConfiguration flyway(DataSource dataSource, String module) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/" + module)
                .defaultSchema(module)
                .createSchemas(true)
                .table(HISTORY)
                .placeholderReplacement(false);
    }

    private static boolean hasFiles(String module) {
        try {
            var files = "classpath*:db/migration/" + module + "/*.sql";
            return new PathMatchingResourcePatternResolver().getResources(files).length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
