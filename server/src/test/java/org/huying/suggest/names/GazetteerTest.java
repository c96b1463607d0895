package org.huying.suggest.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private static final TerritoryCode COUNTY = TerritoryCode.of("370481");
    private static final TerritoryCode STREET = TerritoryCode.of("370481001");
    private static final TerritoryCode OTHER_STREET = TerritoryCode.of("370481002");
    private static final TerritoryCode COMMUNITY = TerritoryCode.of("370481001003");
    private static final TerritoryCode NAMESAKE = TerritoryCode.of("370481002003");
    private static final TerritoryCode GRID = TerritoryCode.of("370481001003001");

    private final Gazetteer gazetteer =
            Gazetteer.of(
                    COUNTY,
                    List.of(
                            new PlaceName(STREET, "荆河街道"),
                            new PlaceName(OTHER_STREET, "城桥镇"),
                            new PlaceName(TerritoryCode.of("370481001001"), "荆河社区居委会"),
                            new PlaceName(TerritoryCode.of("370481001002"), "东关村村民委员会"),
                            new PlaceName(COMMUNITY, "新华社区居民委员会"),
                            new PlaceName(NAMESAKE, "新华社区居民委员会"),
                            new PlaceName(GRID, "新华第一网格")));

    @Test
    void aNameInTheTextPlacesTheRequest() {
        assertThat(gazetteer.find("荆河街道一处路灯不亮").place()).contains(STREET);
        assertThat(gazetteer.find("我家在城桥镇，没水了").place()).contains(OTHER_STREET);
        assertThat(gazetteer.find("东关村的路").place()).contains(TerritoryCode.of("370481001002"));
        assertThat(gazetteer.find("新华第一网格门口").place()).contains(GRID);
        assertThat(gazetteer.find("路灯不亮")).isEqualTo(Gazetteer.Found.NOTHING);
    }

    @Test
    void theLongestNameWins() {
        assertThat(gazetteer.find("荆河社区有积水").words()).containsExactly("荆河社区");
        assertThat(gazetteer.find("荆河社区有积水").place()).contains(TerritoryCode.of("370481001001"));
    }

    @Test
    void aShortNameIsThePlaceThatHoldsAllItsNamesakes() {
        var found = gazetteer.find("荆河这边积水");
        assertThat(found.place()).contains(STREET);
        assertThat(found.confidence()).isLessThan(gazetteer.find("荆河街道积水").confidence());
    }

    @Test
    void aShortNameThatMayMeanTwoPlacesCountsForNothing() {
        assertThat(gazetteer.find("新华那边积水")).isEqualTo(Gazetteer.Found.NOTHING);
    }

    @Test
    void namesakesAreReportedAsAmbiguous() {
        var found = gazetteer.find("新华社区积水");
        assertThat(found.ambiguous()).isTrue();
        assertThat(found.candidates()).containsExactly(COMMUNITY, NAMESAKE);
        assertThat(found.place()).isEqualTo(Optional.empty());
    }

    @Test
    void nestedNamesDecideBetweenNamesakes() {
        var found = gazetteer.find("城桥镇新华社区积水");
        assertThat(found.place()).contains(NAMESAKE);
        assertThat(found.ambiguous()).isFalse();
        assertThat(gazetteer.find("城桥新华积水").place()).contains(NAMESAKE);
    }

    @Test
    void namesThatContradictEachOtherAreAmbiguous() {
        var found = gazetteer.find("从城桥镇到东关村的路坏了");
        assertThat(found.ambiguous()).isTrue();
        assertThat(found.candidates())
                .containsExactly(TerritoryCode.of("370481001002"), OTHER_STREET);
    }
}
