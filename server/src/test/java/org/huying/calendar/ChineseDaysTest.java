package org.huying.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the shipped days against a table that others keep (npm package `chinese-days`).
class ChineseDaysTest {

    private static final Path ORACLE = Path.of("oracle");
    private static final Path TABLE =
            ORACLE.resolve("node_modules/chinese-days/dist/chinese-days.json");
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Test
    void agreesWithTheOutsideTableOnEveryDayFrom2018To2026()
            throws IOException, InterruptedException {
        assumeThat(installed())
                .as("the outside table cannot be installed here: npm ci in server/oracle failed")
                .isTrue();
        var table = JsonMapper.shared().readTree(TABLE.toFile());
        var days = LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).toList();
        assertThat(days).hasSize(3_287);
        assertThat(days)
                .filteredOn(day -> WorkCalendar.china().worked(day) != worked(table, day))
                .as("days that differ")
                .isEmpty();
    }

    private static boolean worked(JsonNode table, LocalDate day) {
        var key = day.toString();
        return table.path("workdays").has(key)
                || (!table.path("holidays").has(key) && !WEEKEND.contains(day.getDayOfWeek()));
    }

    private static boolean installed() throws IOException, InterruptedException {
        if (Files.exists(TABLE)) {
            return true;
        }
        try {
            var npm =
                    new ProcessBuilder("npm", "ci", "--silent")
                            .directory(ORACLE.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!npm.waitFor(2, TimeUnit.MINUTES)) {
                npm.destroy();
                return false;
            }
            return npm.exitValue() == 0 && Files.exists(TABLE);
        } catch (IOException noNpm) {
            return false;
        }
    }
}
