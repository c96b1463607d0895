package org.huying.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Which days are worked: Monday to Friday, corrected by a table of holidays and make-up workdays.
final class WorkDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Map<Integer, Coverage> years = new HashMap<>();

    private WorkDays() {}

    /// These days, corrected.
    WorkDays with(Map<LocalDate, Boolean> worked) {
        var days = new WorkDays();
        days.exceptions.putAll(exceptions);
        days.exceptions.putAll(worked);
        days.years.putAll(years);
        return days;
    }

    /// Reads the table `kind,from,to,note`; throws `IllegalArgumentException` naming the line that is wrong.
    static WorkDays read(String resource) {
        var days = new WorkDays();
        var lines = text(resource).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("kind,")) {
                try {
                    days.take(line.split(",", 4));
                } catch (RuntimeException wrong) {
                    throw new IllegalArgumentException(
                            resource + ":" + (i + 1) + ": " + line, wrong);
                }
            }
        }
        return days;
    }

    boolean worked(LocalDate day) {
        var exception = exceptions.get(day);
        return exception == null ? !WEEKEND.contains(day.getDayOfWeek()) : exception;
    }

    Coverage coverage(int year) {
        return years.getOrDefault(year, Coverage.WEEKENDS_ONLY);
    }

    private void take(String[] row) {
        switch (row[0]) {
            case "year" -> years.put(Integer.parseInt(row[1]), status(row[2]));
            case "off" -> mark(row, false);
            case "work" -> mark(row, true);
            default -> throw new IllegalArgumentException("No such kind: " + row[0]);
        }
    }

    private void mark(String[] row, boolean worked) {
        LocalDate.parse(row[1])
                .datesUntil(LocalDate.parse(row[2]).plusDays(1))
                .forEach(day -> exceptions.put(day, worked));
    }

    private static Coverage status(String word) {
        return switch (word) {
            case "official" -> Coverage.OFFICIAL;
            case "provisional" -> Coverage.PROVISIONAL;
            default -> throw new IllegalArgumentException("No such status: " + word);
        };
    }

    private static String text(String resource) {
        try (InputStream in = WorkDays.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No such resource: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
