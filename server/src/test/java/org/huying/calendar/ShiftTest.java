package org.huying.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.Recountable.Chunk;
import org.huying.calendar.Recountable.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which deadlines move when the day after a Monday is no longer worked, or is worked again.
class ShiftTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final WorkCalendar USUAL = WorkCalendar.china();
    private static final WorkCalendar HOLIDAY =
            USUAL.corrected(Map.of(LocalDate.of(2026, 3, 3), false));

    @ParameterizedTest
    @CsvSource({
        "2 work-days, 24",
        "10 work-hours, 24",
        "2 work-hours, 0",
        "30 min, 0",
        "48 hours, 0",
        "3 days, 0"
    })
    void workingTimeMovesAndTheRestDoesNot(String words, int hours) {
        var limit = TimeLimit.parse(words);
        var was = USUAL.due(MONDAY_NINE, limit);
        var due = HOLIDAY.due(MONDAY_NINE, limit);
        var there = Shift.between(Optional.of(was), Optional.of(due), MONDAY_NINE);
        var back = Shift.between(Optional.of(due), Optional.of(was), MONDAY_NINE);
        if (hours == 0) {
            assertThat(there).isEmpty();
            assertThat(back).isEmpty();
        } else {
            assertThat(Duration.between(was, there.orElseThrow().due())).hasHours(hours);
            assertThat(back.orElseThrow().due()).as("taken back").isEqualTo(was);
            assertThat(there.get().word()).isEqualTo(was + "/" + due);
        }
    }

    @Test
    void whatHasPassedStaysPassedAndWhatHasNoLimitGetsNone() {
        var was = Optional.of(MONDAY_NINE);
        var due = Optional.of(MONDAY_NINE.plusSeconds(60));
        assertThat(Shift.between(was, due, MONDAY_NINE)).as("just now").isEmpty();
        assertThat(Shift.between(was, due, MONDAY_NINE.minusMillis(1))).isPresent();
        assertThat(Shift.between(Optional.empty(), due, MONDAY_NINE)).isEmpty();
        assertThat(Shift.between(due, Optional.empty(), MONDAY_NINE)).isEmpty();
    }

    @Test
    void oneThatCannotBeCountedDoesNotStopTheOthersAndWhoIsFasterIsLookedAtAgain() {
        var page = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
        var tried = new ArrayList<UUID>();
        var chunk =
                Chunk.of(
                        page,
                        it -> it,
                        it -> {
                            tried.add(it);
                            return switch ((int) it.getLeastSignificantBits()) {
                                case 1 -> throw new IllegalStateException("broken");
                                case 2 -> tried.size() < 4 ? Outcome.LOST : Outcome.MOVED;
                                case 3 -> Outcome.LOST;
                                default -> Outcome.SAME;
                            };
                        },
                        Optional::of);
        assertThat(chunk).isEqualTo(new Chunk(4, 1, 2, Optional.of(page.getLast())));
        assertThat(tried).filteredOn(page.get(1)::equals).hasSize(3);
        assertThat(tried).filteredOn(page.get(2)::equals).hasSize(3);
    }
}
