package org.huying.insight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Reach;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final UUID ROADS = new UUID(1, 1);
    private static final UUID LAMPS = new UUID(1, 2);

    @Test
    void aReachAboveTheRegionIsTheWholeRegion() {
        assertThat(Cut.of(new Reach.Everywhere(), "370481")).containsExactly(Cut.WHOLE);
        assertThat(Cut.of(within("3704", null), "370481")).containsExactly(Cut.WHOLE);
        assertThat(Cut.of(within("370481", null), "370481")).containsExactly(Cut.WHOLE);
    }

    @Test
    void aReachElsewhereIsNothing() {
        assertThat(Cut.of(within("370482", null), "370481")).isEmpty();
        assertThat(Cut.of(within("370482001", null), "370481")).isEmpty();
        assertThat(Cut.of(new Reach.Nowhere(), "370481")).isEmpty();
    }

    @Test
    void partsWithinOthersAreDropped() {
        var reach =
                new Reach.Within(
                        List.of(
                                part("370481001002", null),
                                part("370481001", null),
                                part("370481001", ROADS),
                                part("370481", LAMPS)));
        assertThat(Cut.of(reach, "370481"))
                .containsExactly(cut("370481001", null), cut(null, LAMPS));
    }

    @Test
    void twoCutsMeetInWhatBothReach() {
        assertThat(cut("370481001", null).and(cut("370481001002", ROADS)))
                .contains(cut("370481001002", ROADS));
        assertThat(cut("370481001", null).and(cut("370481002", null))).isEmpty();
        assertThat(cut(null, ROADS).and(cut(null, LAMPS))).isEmpty();
        assertThat(cut(null, ROADS).and(cut("370481001", null))).contains(cut("370481001", ROADS));
    }

    private static Reach within(String area, @Nullable UUID unit) {
        return new Reach.Within(List.of(part(area, unit)));
    }

    private static Reach.Part part(String area, @Nullable UUID unit) {
        return new Reach.Part(Optional.of(TerritoryCode.of(area)), Optional.ofNullable(unit));
    }

    private static Cut cut(@Nullable String area, @Nullable UUID unit) {
        return new Cut(Optional.ofNullable(area).map(TerritoryCode::of), Optional.ofNullable(unit));
    }
}
