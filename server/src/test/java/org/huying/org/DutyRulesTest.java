package org.huying.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.DutyBook.Body;
import org.huying.org.DutyBook.Entry;
import org.huying.org.DutyBook.Post;
import org.huying.org.DutyBook.PostPlace;
import org.huying.org.DutyBook.Tenure;
import org.huying.org.DutyBook.Validity;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class DutyRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Validity ALWAYS = new Validity(LocalDate.of(2020, 1, 1), Optional.empty());
    private static final Validity OVER =
            new Validity(LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2026, 3, 2)));
    private static final Validity TODAY =
            new Validity(LocalDate.of(2026, 3, 2), Optional.of(LocalDate.of(2026, 3, 3)));
    private static final UUID ROADS = new UUID(0, 1);
    private static final UUID STREET = new UUID(0, 2);
    private static final UUID CENTRE = new UUID(0, 3);
    private static final UUID COMMUNITY = new UUID(0, 4);
    private static final UUID MR_LI = new UUID(1, 1);
    private static final UUID MS_WU = new UUID(1, 2);
    private static final TerritoryCode GRID = TerritoryCode.of("370481001002003");

    @Test
    void aPostOnTheTerritoryIsFoundOnTheWayUp() {
        var book = book(List.of(post("chief", "370481001002", ALWAYS, held(MR_LI, ALWAYS))));
        assertThat(ask(book, "chief"))
                .hasValueSatisfying(found -> {
                    assertThat(found.rule()).isEqualTo("post");
                    assertThat(found.person()).contains(MR_LI);
                    assertThat(found.unit()).isEqualTo(COMMUNITY);
                    assertThat(found.reason()).contains("chief");
                });
    }

    @Test
    void theLowestHeldPostWinsAndAVacantOneIsPassedOver() {
        var book =
                book(
                        List.of(
                                post("chief", "370481001002003", ALWAYS, held(MS_WU, OVER)),
                                post("chief", "370481001002", ALWAYS, held(MR_LI, ALWAYS)),
                                post("chief", "370481001", ALWAYS, held(MS_WU, ALWAYS))));
        assertThat(ask(book, "chief").flatMap(Responsible::person)).contains(MR_LI);
    }

    @Test
    void nobodyAnswersForAPostThatNobodyHolds() {
        assertThat(ask(book(List.of()), "chief")).isEmpty();
        assertThat(DutyRules.holders("chief", GRID, book(List.of()), NOW)).isEmpty();
    }

    @Test
    void allWhoHoldThePostOnTheNearestPlaceAreItsHolders() {
        var book =
                book(
                        List.of(
                                post("chief", "370481001002003", ALWAYS, held(MS_WU, OVER)),
                                post("chief", "370481001002", ALWAYS, held(MR_LI, ALWAYS)),
                                post("chief", "370481001002", ALWAYS, held(MS_WU, TODAY)),
                                post("chief", "370481001", ALWAYS, held(ROADS, ALWAYS))));
        assertThat(DutyRules.holders("chief", GRID, book, NOW))
                .containsExactlyInAnyOrder(MR_LI, MS_WU);
        assertThat(DutyRules.holders("clerk", GRID, book, NOW)).isEmpty();
    }

    @Test
    void anItemGoesBeforeItsClassAndTheClassBeforeEverything() {
        assertThat(unit(entry(ROADS, "lamp", "370481"), entry(STREET, "*", "370481001")))
                .contains(ROADS);
        assertThat(unit(entry(ROADS, "lights", "370481"), entry(STREET, "*", "370481001")))
                .contains(ROADS);
        assertThat(unit(entry(STREET, "*", "370481001"))).contains(STREET);
    }

    @Test
    void theSmallestAreaWinsAndThenTheSmallestPriority() {
        assertThat(unit(entry(ROADS, "lamp", "370481"), entry(STREET, "lamp", "370481001")))
                .contains(STREET);
        var second = new Entry(ROADS, "lamp", TerritoryCode.of("370481001"), 1, ALWAYS);
        assertThat(unit(entry(STREET, "lamp", "370481001"), second)).contains(ROADS);
    }

    @Test
    void linesOfOtherPlacesAndOtherTimesDoNotCount() {
        var over = new Entry(ROADS, "lamp", TerritoryCode.of("370481"), 0, OVER);
        assertThat(ask(book(List.of(), over, entry(ROADS, "lamp", "370482"))))
                .hasValueSatisfying(found -> assertThat(found.rule()).isEqualTo("fallback"));
        var today = new Entry(ROADS, "lamp", TerritoryCode.of("370481"), 0, TODAY);
        assertThat(unit(today)).contains(ROADS);
    }

    @Test
    void withoutALineItGoesUpwards() {
        assertThat(ask(book(List.of())))
                .hasValueSatisfying(found -> {
                    assertThat(found.unit()).isEqualTo(STREET);
                    assertThat(found.rule()).isEqualTo("fallback");
                    assertThat(found.reason()).contains("荆河街道办事处");
                });
        var elsewhere = TerritoryCode.of("370481009001001");
        var question = new DutyQuestion("lamp", "lights", elsewhere, Optional.empty(), NOW);
        assertThat(DutyRules.responsible(question, book(List.of())).map(Responsible::unit))
                .contains(CENTRE);
    }

    private static Optional<UUID> unit(Entry... entries) {
        return ask(book(List.of(), entries)).map(Responsible::unit);
    }

    private static Optional<Responsible> ask(DutyBook book) {
        return DutyRules.responsible(
                new DutyQuestion("lamp", "lights", GRID, Optional.empty(), NOW), book);
    }

    private static Optional<Responsible> ask(DutyBook book, String post) {
        return DutyRules.responsible(
                new DutyQuestion("lamp", "lights", GRID, Optional.of(post), NOW), book);
    }

    private static DutyBook book(List<Post> posts, Entry... entries) {
        return DutyBook.of(
                List.of(
                        body(ROADS, "市政公司", OrganisationKind.PUBLIC_SERVICE_COMPANY, "370481"),
                        body(STREET, "荆河街道办事处", OrganisationKind.STREET_OFFICE, "370481001"),
                        body(CENTRE, "市指挥中心", OrganisationKind.CENTRE, "370481"),
                        body(
                                COMMUNITY,
                                "居委会",
                                OrganisationKind.COMMUNITY_COMMITTEE,
                                "370481001002")),
                posts,
                List.of(entries));
    }

    private static Body body(UUID id, String name, OrganisationKind kind, String anchor) {
        return new Body(id, name, kind, Optional.of(TerritoryCode.of(anchor)), ALWAYS);
    }

    private static Post post(String key, String area, Validity validity, Tenure... tenures) {
        var place = new PostPlace(key, TerritoryCode.of(area));
        return new Post(place, key, COMMUNITY, validity, List.of(tenures));
    }

    private static Tenure held(UUID person, Validity validity) {
        return new Tenure(person, validity);
    }

    private static Entry entry(UUID unit, String subject, String area) {
        return new Entry(unit, subject, TerritoryCode.of(area), 5, ALWAYS);
    }
}
