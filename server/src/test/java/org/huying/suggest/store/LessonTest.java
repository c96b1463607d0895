package org.huying.suggest.store;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huying.suggest.store.Lesson.Change;
import org.huying.suggest.store.Memory.Standing;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class LessonTest {

    private static final LocalDate MONTH = LocalDate.of(2026, 1, 1);
    private static final TerritoryCode AREA = TerritoryCode.of("370481001");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private final Lesson lesson = new Lesson();

    @Test
    void whatAUnitHasCountsForIt() {
        lesson.learn(Optional.empty(), memory("lamp", ONE, Standing.KEPT), false);
        assertThat(lesson.changes()).containsOnly(entry(key("lamp", ONE), new Change(1, 0)));
    }

    @Test
    void whatItReturnsCountsAgainstIt() {
        lesson.learn(
                Optional.of(memory("lamp", ONE, Standing.KEPT)),
                memory("lamp", ONE, Standing.RETURNED),
                true);
        assertThat(lesson.changes()).containsOnly(entry(key("lamp", ONE), new Change(-1, 1)));
    }

    @Test
    void aReturnIsCountedOnceThoughTheMatterMovesOn() {
        var returned = memory("lamp", ONE, Standing.RETURNED);
        lesson.learn(Optional.of(returned), returned, false);
        lesson.learn(Optional.of(returned), memory("lamp", TWO, Standing.KEPT), true);
        assertThat(lesson.changes()).containsOnly(entry(key("lamp", TWO), new Change(1, 0)));
    }

    @Test
    void aReturnThatWasFollowedByADispatchInTheSameBatchCountsToo() {
        lesson.learn(
                Optional.of(memory("lamp", ONE, Standing.KEPT)),
                memory("lamp", TWO, Standing.KEPT),
                true);
        assertThat(lesson.changes())
                .containsOnly(
                        entry(key("lamp", ONE), new Change(-1, 1)),
                        entry(key("lamp", TWO), new Change(1, 0)));
    }

    @Test
    void aCorrectedItemCountsForTheNewOneOnly() {
        lesson.learn(
                Optional.of(memory("lamp", ONE, Standing.KEPT)),
                memory("waste", ONE, Standing.KEPT),
                false);
        assertThat(lesson.changes())
                .containsOnly(
                        entry(key("lamp", ONE), new Change(-1, 0)),
                        entry(key("waste", ONE), new Change(1, 0)));
    }

    private static Memory memory(String item, UUID unit, Standing standing) {
        return new Memory(new UUID(9, 9), 1, MONTH, item, AREA, Optional.of(unit), standing);
    }

    private static Lesson.Key key(String item, UUID unit) {
        return new Lesson.Key(MONTH, item, AREA, unit);
    }
}
