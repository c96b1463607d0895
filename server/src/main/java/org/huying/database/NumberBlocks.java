package org.huying.database;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Numbers of a region and a day, from 1, which a node takes in blocks, so that busy counties do not queue at one row. No
/// number is given twice, on whichever node; they come roughly in order and may have gaps. A block is reserved apart from
/// the caller's transaction: otherwise a rollback would give the reserved numbers to somebody else as well, while this node
/// goes on handing them out, and a long transaction would make everybody in the county wait for its end.
public final class NumberBlocks {

    private final Apart apart;
    private final String one;
    private final String many;
    private final int size;
    private final ConcurrentMap<Key, Numbers> numbers = new ConcurrentHashMap<>();

    private record Key(String region, LocalDate day) {}

    /// @param table with the columns `region`, `day` and `next`, unique by the first two; a constant of the program
    /// @param size of a block
    public NumberBlocks(Apart apart, String table, int size) {
        this.apart = apart;
        this.size = size;
        this.one =
                """
                INSERT INTO %1$s AS block (region, day, next) VALUES (?, ?, 1 + %2$d)
                ON CONFLICT (region, day) DO UPDATE SET next = block.next + %2$d
                RETURNING next
                """
                        .formatted(table, size);
        this.many =
                """
                WITH wanted AS (SELECT * FROM unnest(?::date[], ?::bigint[]) AS w (day, count) ORDER BY day),
                taken AS (
                    INSERT INTO %1$s AS block (region, day, next) SELECT ?, day, 1 + count FROM wanted
                    ON CONFLICT (region, day) DO UPDATE SET next = block.next + excluded.next - 1
                    RETURNING day, next)
                SELECT day, taken.next - wanted.count AS first FROM taken JOIN wanted USING (day)
                """
                        .formatted(table);
    }

    /// As many numbers as are wanted of each day, in one statement: the first of each, the others follow it.
    public Map<LocalDate, Long> ahead(String region, Map<LocalDate, Long> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var days = List.copyOf(wanted.keySet());
        return apart
                .rows(
                        many,
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)),
                        array(days),
                        array(days.stream().map(wanted::get).toList()),
                        region)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String array(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    public long next(String region, LocalDate day) {
        var key = new Key(region, day);
        var present = numbers.get(key);
        if (present == null) {
            numbers.keySet().removeIf(old -> old.day().isBefore(day.minusDays(1)));
            present = numbers.computeIfAbsent(key, Numbers::new);
        }
        return present.next();
    }

    /// Of one region and day: who wants one of another does not wait for them.
    private final class Numbers {
        private final ReentrantLock lock = new ReentrantLock();
        private final Key key;
        private long next;
        private long end;

        Numbers(Key key) {
            this.key = key;
        }

        long next() {
            lock.lock();
            try {
                if (next == end) {
                    end =
                            apart.rows(one, row -> row.getLong(1), key.region(), key.day())
                                    .getFirst();
                    next = end - size;
                }
                return next++;
            } finally {
                lock.unlock();
            }
        }
    }
}
