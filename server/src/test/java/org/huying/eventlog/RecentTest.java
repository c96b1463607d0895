package org.huying.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huying.eventlog.Log.Entry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecentTest {
    private static final Cursor BEGINNING = new Cursor("0", new UUID(0, 0));

    private final List<Entry> log = new ArrayList<>();
    private int asked;
    private long nanos;
    private final Recent recent = new Recent(this::read, () -> nanos);

    private List<Entry> read(Cursor cursor, int limit) {
        asked++;
        int from = cursor.equals(BEGINNING) ? 0 : place(cursor) + 1;
        return List.copyOf(log.subList(from, Math.min(from + limit, log.size())));
    }

    private int place(Cursor cursor) {
        return IntStream.range(0, log.size())
                .filter(i -> log.get(i).cursor().equals(cursor))
                .findFirst()
                .orElseThrow();
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            long number = log.size();
            log.add(
                    new Entry(
                            Long.toUnsignedString(1 + number / 3),
                            new StoredFact(
                                    "370481",
                                    new UUID(7, number),
                                    "lamp.lit",
                                    new UUID(8, number),
                                    JsonMapper.shared().createObjectNode(),
                                    Instant.EPOCH)));
        }
    }

    private Cursor at(int index) {
        return index < 0 ? BEGINNING : log.get(index).cursor();
    }

    @Test
    void readsOnceForAllWhoStandTogether() {
        append(300);
        for (int reader = 0; reader < 8; reader++) {
            assertThat(recent.after(BEGINNING, 500)).isEqualTo(log);
        }
        assertThat(asked).isEqualTo(1);
        append(1);
        for (int reader = 0; reader < 8; reader++) {
            assertThat(recent.after(at(299), 500)).isEqualTo(log.subList(300, 301));
        }
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void servesReadersWhoFallBehindAndCatchUp() {
        var random = new Random(11);
        int[] readers = new int[8]; // how many each has read
        for (int round = 0; round < 4_000; round++) {
            append(random.nextInt(20) == 0 ? 700 : random.nextInt(12));
            int reader = random.nextInt(readers.length);
            int limit = random.nextInt(10) == 0 ? 1 : Log.BATCH;
            var found = recent.after(at(readers[reader] - 1), limit);
            assertThat(found)
                    .isEqualTo(log.subList(readers[reader], readers[reader] + found.size()))
                    .hasSizeLessThanOrEqualTo(limit);
            assertThat(found.isEmpty()).isEqualTo(readers[reader] == log.size());
            readers[reader] += found.size();
        }
        assertThat(asked).isLessThan(4_000);
    }

    @Test
    void looksAtWhatIsAtHandWithoutAskingTheLog() {
        append(5);
        assertThat(recent.atHand(BEGINNING, 500)).isEmpty();
        recent.after(BEGINNING, 500);
        assertThat(recent.atHand(BEGINNING, 3)).hasValue(log.subList(0, 3));
        assertThat(recent.atHand(at(1), 500)).hasValue(log.subList(2, 5));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksAgainForMoreOnlyAfterAWhile() {
        append(5);
        recent.after(BEGINNING, 500);
        recent.after(at(4), 500);
        append(2);
        assertThat(recent.atHand(at(4), 500)).hasValue(List.of());
        nanos += 20_000_000;
        assertThat(recent.atHand(at(4), 500)).isEmpty();
        assertThat(recent.after(at(4), 500)).isEqualTo(log.subList(5, 7));
    }

    @Test
    void allWhoWaitAtTheEndOfAQuietLogAskOnce() {
        append(1);
        recent.after(at(0), 500);
        assertThat(recent.atHand(at(0), 500)).hasValue(List.of());
        assertThat(asked).isEqualTo(1);
    }
}
