package org.huying.insight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.insight.FakeMatters.REGION;
import static org.huying.insight.FakeMatters.START;
import static org.huying.insight.FakeMatters.unit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Postgres;
import org.huying.insight.FakeMatters;
import org.huying.insight.feed.Feed;
import org.huying.matter.Flag;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every statement on 100 000 matters: right lines in the right order, and a plan that reads an index.
class ListStatementsTest {

    private static final int ROWS = 100_000;
    private static final Feed FEED = new Feed(Postgres.migrated());
    private static final List<Cut> ALL = List.of(Cut.WHOLE);
    private static final List<Cut> STREET = List.of(area("370481005"));
    private static final List<Cut> GRID = List.of(area("370481005006001"));
    private static final List<Cut> UNIT = List.of(held(7));
    private static final List<Cut> HELPER = List.of(held(503));
    private static final List<Cut> MIXED =
            List.of(area("370481005"), area("370481006001"), held(7));

    record Shape(String name, Statement statement, String index) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void fill() {
        FEED.matters.fill(0, ROWS);
        long from = System.nanoTime();
        FEED.model().rebuild(REGION);
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf("Rebuilt %d matters at %.0f/s%n", ROWS, ROWS / seconds);
    }

    static List<Shape> shapes() {
        var item = filter("item-4", null);
        var state = filter(null, "RETURNED");
        var both = filter("item-4", "CLOSED");
        return List.of(
                new Shape("newest", matters(ALL, MatterFilter.NONE), "matter_row_newest"),
                new Shape("street", matters(STREET, MatterFilter.NONE), "matter_row_street"),
                new Shape("grid", matters(GRID, MatterFilter.NONE), "matter_row_community"),
                new Shape("unit", matters(UNIT, MatterFilter.NONE), "matter_row_unit"),
                new Shape("several", matters(MIXED, MatterFilter.NONE), "matter_row_unit"),
                new Shape("item", matters(ALL, item), "matter_row_item"),
                new Shape("filtered", matters(STREET, both), "matter_row_place_item"),
                new Shape("state", matters(ALL, filter(null, "REJECTED")), "matter_row_outcome"),
                new Shape("open state", matters(ALL, state), "open_row_state"),
                new Shape(
                        "open filtered",
                        matters(STREET, filter("item-4", "HANDLED")),
                        "open_row_place_item"),
                new Shape("team", work(UNIT), "open_row_unit"),
                new Shape("street work", work(STREET), "open_row_street"),
                new Shape("grid work", work(GRID), "open_row_community"),
                new Shape("county work", work(ALL), "open_row_due"),
                new Shape("mine", mine(), "open_row_person"),
                new Shape("overdue", overdue(ALL), "open_row_due"),
                new Shape("overdue of a street", overdue(STREET), "open_row_street"),
                new Shape("helped", matters(HELPER, MatterFilter.NONE), "aside_row_unit"),
                new Shape("flag", matters(ALL, flag(Flag.SUPERVISED)), "aside_row_newest"),
                new Shape("street flag", matters(STREET, flag(Flag.SPOT)), "aside_row_street"),
                new Shape("grid flag", matters(GRID, flag(Flag.SPOT)), "aside_row_community"),
                new Shape("unit flag", matters(HELPER, flag(Flag.KEY)), "aside_row_unit"),
                new Shape("merged", matters(ALL, merged(140)), "matter_row_master"),
                new Shape("helping", work(HELPER), "aside_row_unit_due"),
                new Shape("amber", amber(STREET), "open_row_street"),
                new Shape("approvals", approvals(STREET), "aside_row_street"),
                new Shape("box", box(ALL), "matter_row_box"),
                new Shape("number", numbered("370481-260105-00042"), "matter_row_number"),
                new Shape("digits", numbered("00042"), "matter_row_tail"),
                new Shape(
                        "phone",
                        ListStatements.phoned(REGION, ALL, new byte[] {1}, Place.NEWEST, 20),
                        "matter_row_phone"),
                new Shape("text", search("路灯", ALL, Place.NEWEST), "matter_text_grams"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsAnIndexAndNeverAWholeTable(Shape shape) {
        var plan = FEED.plan(shape.statement());
        assertThat(plan)
                .contains(shape.index())
                .doesNotContain("Seq Scan on matter_", "Seq Scan on open_");
    }

    @Test
    void listsNewestFirstAndGoesOnWhereItStopped() {
        var first = FEED.numbers(matters(STREET, MatterFilter.NONE), 20);
        assertThat(first).hasSize(20).isSortedAccordingTo((a, b) -> b.compareTo(a));
        var last = FakeMatters.matter(Integer.parseInt(first.getLast().substring(14)));
        var place = new Place(last.reportedAt(), last.id(), 0);
        var next = ListStatements.matters(REGION, STREET, MatterFilter.NONE, place, 20);
        assertThat(FEED.numbers(next, 1)).containsExactly(number(last, -20));
    }

    @Test
    void aUnionOfPartsNamesNothingTwice() {
        var numbers = FEED.numbers(matters(MIXED, MatterFilter.NONE), 21);
        assertThat(numbers).hasSize(21).doesNotHaveDuplicates();
        assertThat(numbers).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aStateAloneFindsOpenAndFinalOnes() {
        assertThat(FEED.numbers(matters(ALL, filter(null, "REWORK")), 1))
                .containsExactly("370481-260105-99990");
        assertThat(FEED.numbers(matters(ALL, filter(null, "REJECTED")), 1))
                .containsExactly("370481-260105-99991");
    }

    @Test
    void overdueOnesComeLongestFirstAndWithoutThoseThatHaveTime() {
        var soon =
                ListStatements.overdue(
                        REGION,
                        ALL,
                        MatterFilter.NONE,
                        START.plus(Duration.ofHours(11)),
                        Place.FIRST_DUE,
                        20);
        assertThat(FEED.numbers(soon, 3))
                .containsExactly(
                        "370481-260105-00050", "370481-260105-00170", "370481-260105-00100");
    }

    @Test
    void findsExactlyTheTextsThatHoldTheWords() {
        assertThat(FEED.numbers(search("编号99998", ALL, Place.NEWEST), 30))
                .containsExactly("370481-260105-99998");
        assertThat(FEED.numbers(search("井盖 编号1003", ALL, Place.NEWEST), 300))
                .containsExactly(
                        "370481-260105-10039",
                        "370481-260105-10035",
                        "370481-260105-10031",
                        "370481-260105-01003");
        assertThat(FEED.numbers(search("亮路", ALL, Place.NEWEST), 30)).isEmpty();
        assertThat(FEED.numbers(search("路灯", List.of(area("370481006")), Place.NEWEST), 30))
                .isEmpty();
    }

    @Test
    void aSearchGoesOnAcrossSlots() {
        var last = FakeMatters.matter(8_192);
        var place = new Place(last.reportedAt(), last.id(), 8_192 / 256);
        assertThat(FEED.numbers(search("路灯", ALL, place), 2))
                .containsExactly("370481-260105-08188", "370481-260105-08184");
    }

    @Test
    void aUnitSeesWhatItHelpsWithAlthoughAnotherHasItInHand() {
        var helped = numberOf(340);
        assertThat(FEED.numbers(work(HELPER), 3)).contains(helped);
        assertThat(FEED.numbers(work(List.of(held(502))), 200)).doesNotContain(helped);
        var newest = FEED.numbers(matters(HELPER, MatterFilter.NONE), 2);
        assertThat(newest).containsExactly(numberOf(99_340), numberOf(98_340));
        var number = ListStatements.numbered(REGION, HELPER, helped, Place.NEWEST, 20);
        assertThat(FEED.numbers(number, 2)).containsExactly(helped);
        var outside = ListStatements.numbered(REGION, HELPER, numberOf(440), Place.NEWEST, 20);
        assertThat(FEED.numbers(outside, 2)).isEmpty();
    }

    @Test
    void aFlagFindsEachMatterOnceByPlaceAndOnlyItsOwnByUnit() {
        assertThat(FEED.numbers(matters(ALL, flag(Flag.SUPERVISED)), 3))
                .containsExactly(numberOf(99_940), numberOf(99_840), numberOf(99_740));
        assertThat(FEED.numbers(matters(HELPER, flag(Flag.SUPERVISED)), 2))
                .containsExactly(numberOf(99_340), numberOf(98_340));
        assertThat(FEED.numbers(matters(ALL, merged(140)), 3)).containsExactly(numberOf(142));
    }

    @Test
    void amberIsWhatIsNotOverYet() {
        var amber = FEED.numbers(amber(ALL), 201);
        assertThat(amber).isNotEmpty().allMatch(it -> it.endsWith("40"));
    }

    private static String numberOf(int i) {
        return "370481-260105-%05d".formatted(i);
    }

    private static MatterFilter flag(Flag flag) {
        return filter(Optional.of(flag), Optional.empty());
    }

    private static MatterFilter merged(int into) {
        return filter(Optional.empty(), Optional.of(FakeMatters.id(into)));
    }

    private static MatterFilter filter(Optional<Flag> flag, Optional<UUID> master) {
        return new MatterFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                flag,
                master);
    }

    private static Statement amber(List<Cut> cuts) {
        return ListStatements.amber(
                REGION,
                cuts,
                MatterFilter.NONE,
                START.plus(Duration.ofDays(2)),
                Place.FIRST_DUE,
                20);
    }

    private static Statement approvals(List<Cut> cuts) {
        return ListStatements.approvals(REGION, cuts, MatterFilter.NONE, Place.NEWEST, 20);
    }

    private static String number(org.huying.matter.MatterSummary matter, int off) {
        return "370481-260105-%05d"
                .formatted(Integer.parseInt(matter.number().substring(14)) + off);
    }

    private static Statement matters(List<Cut> cuts, MatterFilter filter) {
        return ListStatements.matters(REGION, cuts, filter, Place.NEWEST, 20);
    }

    private static Statement work(List<Cut> cuts) {
        return ListStatements.work(REGION, cuts, MatterFilter.NONE, Place.FIRST_DUE, 20);
    }

    private static Statement mine() {
        return ListStatements.assigned(
                REGION,
                UNIT,
                Optional.of(new ListStatements.Own(unit(1001), ALL)),
                MatterFilter.NONE,
                Place.FIRST_DUE,
                20);
    }

    private static Statement overdue(List<Cut> cuts) {
        return ListStatements.overdue(REGION, cuts, MatterFilter.NONE, START, Place.FIRST_DUE, 20);
    }

    private static Statement box(List<Cut> cuts) {
        return ListStatements.box(REGION, cuts, new Box(117.1, 35.01, 117.2, 35.03), 200);
    }

    private static Statement numbered(String number) {
        return ListStatements.numbered(REGION, ALL, number, Place.NEWEST, 20);
    }

    private static Statement search(String words, List<Cut> cuts, Place after) {
        return ListStatements.search(REGION, cuts, Terms.of(words).orElseThrow(), after, 20);
    }

    private static MatterFilter filter(@Nullable String item, @Nullable String state) {
        return new MatterFilter(
                Optional.empty(),
                Optional.ofNullable(item),
                Optional.ofNullable(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Cut area(String code) {
        return new Cut(Optional.of(TerritoryCode.of(code)), Optional.empty());
    }

    private static Cut held(int i) {
        return new Cut(Optional.empty(), Optional.of(unit(i)));
    }
}
