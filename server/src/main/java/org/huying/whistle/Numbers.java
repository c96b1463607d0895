package org.huying.whistle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.calendar.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives whistles the numbers people call them by: `370481-W261102-0007`. A node takes numbers in blocks; numbers are
/// unique, roughly in order, and may have gaps.
@Component
class Numbers {

    private static final int BLOCK = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private record Key(String region, LocalDate day) {}

    private record Block(long next, long end) {}

    private final JdbcClient jdbc;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(String region, Instant at) {
        var day = at.atZone(WorkCalendar.ZONE).toLocalDate();
        long sequence = take(new Key(region, day));
        return "%s-W%s-%04d".formatted(region, DAY.format(day), sequence);
    }

    private synchronized long take(Key key) {
        var block = blocks.get(key);
        if (block == null || block.next() >= block.end()) {
            blocks.keySet().removeIf(old -> old.day().isBefore(key.day().minusDays(1)));
            block = reserve(key);
        }
        blocks.put(key, new Block(block.next() + 1, block.end()));
        return block.next();
    }

    private Block reserve(Key key) {
        long end =
                jdbc.sql(
                                """
                                INSERT INTO whistle.number_block AS block (region, day, next) VALUES (:region, :day, 1 + :size)
                                ON CONFLICT (region, day) DO UPDATE SET next = block.next + :size
                                RETURNING next
                                """)
                        .param("region", key.region())
                        .param("day", key.day())
                        .param("size", BLOCK)
                        .query(Long.class)
                        .single();
        return new Block(end - BLOCK, end);
    }
}
