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
    private static final UUID THREE = new UUID(3, 3);

    private final Lesson lesson = new Lesson();

    @Test
    void whatAUnitHasCountsForIt() {
        lesson.stands(Optional.empty(), memory("lamp", ONE, Standing.KEPT));
        assertThat(lesson.changes()).containsOnly(entry(key("lamp", ONE), new Change(1, 0)));
    }

    @Test
    void whatItReturnsCountsAgainstIt() {
        var before = Optional.of(memory("lamp", ONE, Standing.KEPT));
        var after = memory("lamp", ONE, Standing.RETURNED);
        lesson.stands(before, after);
        lesson.returned(before, after, ONE);
        assertThat(lesson.changes()).containsOnly(entry(key("lamp", ONE), new Change(-1, 1)));
    }

    @Test
    void aReturnIsNotCountedByHowTheMatterStands() {
        var returned = memory("lamp", ONE, Standing.RETURNED);
        lesson.stands(Optional.of(returned), returned);
        lesson.stands(Optional.of(returned), memory("lamp", TWO, Standing.KEPT));
        assertThat(lesson.changes()).containsOnly(entry(key("lamp", TWO), new Change(1, 0)));
    }

    @Test
    void aReturnThatWasFollowedByADispatchInTheSameBatchCountsToo() {
        var before = Optional.of(memory("lamp", ONE, Standing.KEPT));
        var after = memory("lamp", TWO, Standing.KEPT);
        lesson.stands(before, after);
        lesson.returned(before, after, ONE);
        assertThat(lesson.changes())
                .containsOnly(
                        entry(key("lamp", ONE), new Change(-1, 1)),
                        entry(key("lamp", TWO), new Change(1, 0)));
    }

    @Test
    void eachUnitThatGaveItBackCountsThoughNobodyHeardOfTheMatterBefore() {
        var after = memory("lamp", TWO, Standing.KEPT);
        lesson.stands(Optional.empty(), after);
        lesson.returned(Optional.empty(), after, ONE);
        lesson.returned(Optional.empty(), after, THREE);
        assertThat(lesson.changes())
                .containsOnly(
                        entry(key("lamp", ONE), new Change(0, 1)),
                        entry(key("lamp", TWO), new Change(1, 0)),
                        entry(key("lamp", THREE), new Change(0, 1)));
    }

    @Test
    void aCorrectedItemCountsForTheNewOneOnly() {
        lesson.stands(
                Optional.of(memory("lamp", ONE, Standing.KEPT)),
                memory("waste", ONE, Standing.KEPT));
        assertThat(lesson.changes())
                .containsOnly(
                        entry(key("lamp", ONE), new Change(-1, 0)),
                        entry(key("waste", ONE), new Change(1, 0)));
    }

    private static Memory memory(String item, UUID unit, Standing standing) {
        return new Memory(new UUID(9, 9), 1, MONTH, item, AREA, Optional.of(unit), standing, 0);
    }

    private static Lesson.Key key(String item, UUID unit) {
        return new Lesson.Key(MONTH, item, AREA, unit);
    }
}
