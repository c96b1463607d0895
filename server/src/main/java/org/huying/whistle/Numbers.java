package org.huying.whistle;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Apart;
import org.huying.database.NumberBlocks;
import org.springframework.stereotype.Component;

/// Gives whistles the numbers people call them by: `370481-W261102-0007`; unique, roughly in order, and maybe with gaps.
@Component
class Numbers {

    private static final int BLOCK = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final NumberBlocks blocks;

    Numbers(Apart apart) {
        this.blocks = new NumberBlocks(apart, "whistle.number_block", BLOCK);
    }

    String next(String region, Instant at) {
        var day = at.atZone(WorkCalendar.ZONE).toLocalDate();
        long sequence = blocks.next(region, day);
        return "%s-W%s-%04d".formatted(region, DAY.format(day), sequence);
    }
}
