package org.huying.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Apart;
import org.huying.database.NumberBlocks;
import org.springframework.stereotype.Component;

/// Gives matters the numbers people call them by: unique, roughly in order, and maybe with gaps.
@Component
class Numbers implements Numbering {

    private static final int BLOCK = 50;
    private static final Pattern FIELD = Pattern.compile("\\{(region|seq:(\\d)|[yMd]+)}");

    private final NumberBlocks blocks;

    Numbers(Apart apart) {
        this.blocks = new NumberBlocks(apart, "matter.number_block", BLOCK);
    }

    @Override
    public String next(String pattern, String region, Instant at) {
        var day = day(at);
        return format(pattern, region, day, blocks.next(region, day));
    }

    /// Numbers for as many matters of one region as there are moments, reserved in one go. For one thread.
    Numbering ahead(String region, Collection<Instant> moments) {
        var next =
                blocks.ahead(
                        region,
                        moments.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Numbers::day, Collectors.counting())));
        return (pattern, _, at) -> format(pattern, region, day(at), given(next, day(at)));
    }

    private static long given(Map<LocalDate, Long> next, LocalDate day) {
        return Objects.requireNonNull(next.computeIfPresent(day, (_, it) -> it + 1)) - 1;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toLocalDate();
    }

    static String format(String pattern, String region, LocalDate day, long sequence) {
        return FIELD.matcher(pattern)
                .replaceAll(field -> {
                    if (field.group(1).equals("region")) {
                        return region;
                    }
                    if (field.group(2) != null) {
                        return String.format(Locale.ROOT, "%0" + field.group(2) + "d", sequence);
                    }
                    return DateTimeFormatter.ofPattern(field.group(1), Locale.ROOT).format(day);
                });
    }
}
