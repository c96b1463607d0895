package org.huying.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Apart;
import org.huying.database.NumberBlocks;
import org.springframework.stereotype.Component;

/// Gives matters the numbers people call them by: unique, roughly in order, and maybe with gaps.
@Component
class Numbers {

    private static final int BLOCK = 50;
    private static final Pattern FIELD = Pattern.compile("\\{(region|seq:(\\d)|[yMd]+)}");

    private final NumberBlocks blocks;

    Numbers(Apart apart) {
        this.blocks = new NumberBlocks(apart, "matter.number_block", BLOCK);
    }

    /// The next number after `pattern`, such as `{region}-{yyMMdd}-{seq:5}`.
    String next(String pattern, String region, Instant at) {
        var day = at.atZone(WorkCalendar.ZONE).toLocalDate();
        return format(pattern, region, day, blocks.next(region, day));
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
