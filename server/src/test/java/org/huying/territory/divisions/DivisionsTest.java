package org.huying.territory.divisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class DivisionsTest {
    private static final Divisions DIVISIONS = Divisions.shipped();

    @Test
    void holdsTheWholeCountry() {
        var counts =
                DIVISIONS
                        .country()
                        .map(division -> division.code().level())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts)
                .containsEntry(Level.PROVINCE, 31L)
                .containsEntry(Level.CITY, 342L)
                .containsEntry(Level.COUNTY, 2978L)
                .containsEntry(Level.STREET, 41352L)
                .containsEntry(Level.COMMUNITY, 620573L);
    }

    @Test
    void readsOneCountyFromTheProvinceDown() {
        var tengzhou = DIVISIONS.county("370481");
        assertThat(tengzhou.stream().limit(4).map(Division::name))
                .containsExactly("山东省", "枣庄市", "滕州市", "荆河街道");
        assertThat(tengzhou).isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
        assertThat(tengzhou)
                .allSatisfy(place ->
                        assertThat(place.code().value())
                                .satisfiesAnyOf(
                                        code -> assertThat(code).startsWith("370481"),
                                        code -> assertThat("370481").startsWith(code)));
    }

    @Test
    void knowsTheCommunitiesOfAStreetByTheirOwnCodes() {
        assertThat(DIVISIONS.county("440310"))
                .filteredOn(place -> place.code().value().equals("440310001001"))
                .singleElement()
                .satisfies(place -> assertThat(place.name()).startsWith("六联社区"));
    }

    @Test
    void answersNothingForACodeThatIsNoCounty() {
        assertThat(DIVISIONS.county("999999")).isEmpty();
        assertThat(DIVISIONS.county("3704")).isEmpty();
        assertThat(DIVISIONS.upper(TerritoryCode.of("99"))).isEmpty();
    }
}
