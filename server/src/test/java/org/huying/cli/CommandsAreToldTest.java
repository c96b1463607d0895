package org.huying.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huying.database.Attached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is done at the command line, on a real database of its own, stands in the audit of the place.
class CommandsAreToldTest {
    private static final String COLLECTION = "{\"type\":\"FeatureCollection\",\"features\":[]}";

    @TempDir Path folder;

    @Test
    void keepsWhatChangedATownAndWhatCarriedItAway() throws Exception {
        var grids = Files.writeString(folder.resolve("grids.json"), COLLECTION);
        var old = Files.writeString(folder.resolve("old.csv"), "line,code,name,grid\n");
        var file = folder.resolve("town.huying");
        var here = folder.resolve("here");
        var there = folder.resolve("there");

        run(here, "import", "divisions", "370481");
        run(here, "import", "grids", "" + grids, "--region", "370481", "--datum", "wgs84");
        run(
                here,
                "import",
                "grids",
                "" + grids,
                "--region",
                "370481",
                "--datum",
                "wgs84",
                "--dry-run");
        run(here, "import", "old-grids", "" + old, "--region", "370481");
        run(here, "backup", "" + file);
        run(there, "restore", "" + file);
        run(there, "verify");

        var told =
                List.of(
                        "370481 import-divisions 370481",
                        "370481 import-grids " + grids,
                        "370481 import-old-grids " + old,
                        "000000 backup " + file);
        assertThat(told(here)).containsExactlyElementsOf(told);
        var carried = new ArrayList<>(told);
        carried.add("000000 restore " + file);
        assertThat(told(there)).containsExactlyElementsOf(carried);
    }

    private static void run(Path data, String... words) {
        var args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--data", data.toString()));
        assertThat(CommandLine.run(args)).as(String.join(" ", words)).isZero();
    }

    private static List<String> told(Path data) {
        try (var attached = Attached.to(Optional.of(data))) {
            return JdbcClient.create(attached.dataSource())
                    .sql(
                            """
                            SELECT region || ' ' || act || ' ' || subject FROM access.audit
                             WHERE kind = 'SYSTEM' AND reason = :by ORDER BY id
                            """)
                    .param("by", "user " + System.getProperty("user.name"))
                    .query((row, _) -> row.getString(1))
                    .list();
        }
    }
}
