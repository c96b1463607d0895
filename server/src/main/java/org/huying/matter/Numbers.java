package org.huying.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.huying.calendar.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives matters the numbers people call them by. A node takes numbers in blocks, so that busy counties do not queue at
/// one row; numbers are unique, roughly in order, and may have gaps.
@Component
class Numbers {

    private static final int BLOCK = 50;
    private static final Pattern FIELD = Pattern.compile("\\{(region|seq:(\\d)|[yMd]+)}");

    private record Key(String region, LocalDate day) {}

    private record Block(long next, long end) {
        boolean spent() {
            return next >= end;
        }

        Block taken() {
            return new Block(next + 1, end);
        }
    }

    private final JdbcClient jdbc;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next number after `pattern`, such as `{region}-{yyMMdd}-{seq:5}`.
    String next(String pattern, String region, Instant at) {
        var day = at.atZone(WorkCalendar.ZONE).toLocalDate();
        return format(pattern, region, day, take(new Key(region, day)));
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

    private synchronized long take(Key key) {
        var block = blocks.get(key);
        if (block == null || block.spent()) {
            blocks.keySet().removeIf(old -> old.day().isBefore(key.day().minusDays(1)));
            block = reserve(key);
        }
        blocks.put(key, block.taken());
        return block.next();
    }

    private Block reserve(Key key) {
        long end =
                jdbc.sql(
                                """
                                INSERT INTO matter.number_block AS block (region, day, next) VALUES (:region, :day, 1 + :size)
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
