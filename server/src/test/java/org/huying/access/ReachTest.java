package org.huying.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// What a reach says of a county to those who ask by area and by organisation.
class ReachTest {

    private static final String REGION = "370481";
    private static final UUID UNIT = new UUID(1, 2);

    private static Reach of(Reach.Part... parts) {
        return new Reach.Within(List.of(parts));
    }

    private static Reach.Part all(String area) {
        return new Reach.Part(Optional.of(TerritoryCode.of(area)), Optional.empty());
    }

    @Test
    void namesTheAreasThatAreSeenWhole() {
        assertThat(new Reach.Everywhere().areas(REGION)).containsExactly(REGION);
        assertThat(new Reach.Nowhere().areas(REGION)).isEmpty();
        assertThat(of(all("370481001"), all("370481002003")).areas(REGION))
                .containsExactly("370481001", "370481002003");
        assertThat(of(all(REGION)).areas(REGION)).containsExactly(REGION);
        assertThat(of(all("370482001")).areas(REGION)).as("of another county").isEmpty();
        assertThat(of(new Reach.Part(Optional.empty(), Optional.empty())).areas(REGION))
                .as("a part without an area is everywhere")
                .containsExactly(REGION);
    }

    @Test
    void tellsWhatOneOrganisationHasInHandFromWhatIsSeenWhole() {
        var unit = new Reach.Part(Optional.of(TerritoryCode.of("370481001")), Optional.of(UNIT));
        var both = of(unit, all("370481002"));
        assertThat(both.areas(REGION)).containsExactly("370481002");
        assertThat(both.units()).containsExactly(UNIT);
        assertThat(new Reach.Everywhere().units()).isEmpty();
        assertThat(new Reach.Nowhere().units()).isEmpty();
    }
}
