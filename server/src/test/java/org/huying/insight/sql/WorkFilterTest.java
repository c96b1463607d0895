package org.huying.insight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.insight.FakeMatters.REGION;
import static org.huying.insight.FakeMatters.START;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.database.Postgres;
import org.huying.insight.feed.Feed;
import org.huying.matter.Flag;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists of work that are narrowed: the right lines, and a plan that reads an index. Of these matters every tenth is open,
/// all of them in two streets.
class WorkFilterTest {

    private static final int ROWS = 40_000;
    private static final String BUSY = "370481001";
    private static final String CALM = "370481005";
    private static final Feed FEED = new Feed(Postgres.migrated());
    private static final List<Cut> ALL = List.of(Cut.WHOLE);

    record Shape(String name, Statement statement, String index) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void fill() {
        FEED.matters.fill(0, ROWS);
        FEED.model().rebuild(REGION);
    }

    static List<Shape> shapes() {
        return List.of(
                new Shape("item", work(ALL, item("item-40")), "open_row_item"),
                new Shape("channel", work(ALL, channel("snap")), "open_row_due"),
                new Shape("street", work(ALL, in(BUSY)), "open_row_street"),
                new Shape("grid", work(ALL, in(BUSY + "006001")), "open_row_community"),
                new Shape("flag", work(ALL, flag(Flag.SUPERVISED)), "aside_row_due"),
                new Shape("overdue of an item", overdue(item("item-40")), "open_row_item"),
                new Shape("overdue of a street", overdue(in(BUSY)), "open_row_street"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsAnIndexAndNeverAWholeTable(Shape shape) {
        assertThat(FEED.plan(shape.statement()))
                .contains(shape.index())
                .doesNotContain("Seq Scan on open_", "Seq Scan on matter_");
    }

    @Test
    void byItem() {
        assertThat(numbers(work(ALL, item("item-40")))).allMatch(it -> ordinal(it) % 100 == 40);
        assertThat(FEED.numbers(work(ALL, item("item-41")), 1)).isEmpty();
    }

    @Test
    void byChannel() {
        assertThat(numbers(work(ALL, channel("hotline-12345"))))
                .allMatch(it -> ordinal(it) % 3 == 0);
    }

    @Test
    void byPlaceAndNeverBeyondOnesReach() {
        assertThat(numbers(work(ALL, in(BUSY)))).allMatch(it -> ordinal(it) % 20 == 0);
        assertThat(FEED.numbers(work(ALL, in(CALM)), 1)).isEmpty();
        var calm = List.of(new Cut(Optional.of(TerritoryCode.of(CALM)), Optional.empty()));
        assertThat(FEED.numbers(work(calm, in(BUSY)), 1)).isEmpty();
    }

    @Test
    void byFlag() {
        assertThat(numbers(work(ALL, flag(Flag.SUPERVISED))))
                .allMatch(it -> ordinal(it) % 100 == 40);
    }

    @Test
    void byTheTimeOfReport() {
        var from = START.plus(Duration.ofMinutes(100));
        var to = START.plus(Duration.ofMinutes(200));
        assertThat(numbers(work(ALL, between(from, to))))
                .hasSize(10)
                .allMatch(it -> ordinal(it) >= 100 && ordinal(it) < 200);
    }

    private static List<String> numbers(Statement statement) {
        var numbers = FEED.numbers(statement, 201);
        assertThat(numbers).isNotEmpty();
        return numbers;
    }

    private static int ordinal(String number) {
        return Integer.parseInt(number.substring(14));
    }

    private static Statement work(List<Cut> cuts, MatterFilter filter) {
        return ListStatements.work(REGION, cuts, filter, Place.FIRST_DUE, 20);
    }

    private static Statement overdue(MatterFilter filter) {
        return ListStatements.overdue(REGION, ALL, filter, START, Place.FIRST_DUE, 20);
    }

    private static MatterFilter item(String key) {
        return filter(Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
    }

    private static MatterFilter channel(String key) {
        return filter(Optional.empty(), Optional.empty(), Optional.of(key), Optional.empty());
    }

    private static MatterFilter in(String area) {
        var code = Optional.of(TerritoryCode.of(area));
        return filter(code, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static MatterFilter flag(Flag flag) {
        return filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(flag));
    }

    private static MatterFilter filter(
            Optional<TerritoryCode> area,
            Optional<String> item,
            Optional<String> channel,
            Optional<Flag> flag) {
        return new MatterFilter(
                area,
                item,
                Optional.empty(),
                channel,
                Optional.empty(),
                Optional.empty(),
                flag,
                Optional.empty());
    }

    private static MatterFilter between(Instant from, Instant to) {
        return new MatterFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(to),
                Optional.empty(),
                Optional.empty());
    }
}
