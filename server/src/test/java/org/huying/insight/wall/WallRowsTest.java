package org.huying.insight.wall;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.insight.FakeMatters.REGION;
import static org.huying.insight.FakeMatters.START;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Postgres;
import org.huying.insight.FakeMatters;
import org.huying.insight.feed.Feed;
import org.huying.insight.feed.GridCounts;
import org.huying.matter.MatterSummary;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every figure of the wall against counting by hand, at each level of the drill-down.
class WallRowsTest {

    private static final int MATTERS = 6_000;
    private static final LocalDate TODAY = day(START.plus(Duration.ofMinutes(MATTERS - 1)));
    private static final LocalDate FROM = TODAY.minusDays(2);
    private static final TerritoryCode COUNTY = TerritoryCode.of(REGION);
    private static final TerritoryCode STREET = TerritoryCode.of(REGION + "001");
    private static final TerritoryCode COMMUNITY = TerritoryCode.of(REGION + "001003");
    private static final Feed FEED = new Feed(Postgres.migrated());

    private final WallRows rows = new WallRows(FEED.jdbc, new GridCounts(FEED.jdbc));

    @BeforeAll
    static void fill() {
        FEED.matters.fill(0, MATTERS);
        FEED.model().rebuild(REGION);
    }

    @Test
    void countsTheAreaAndWhatLiesDirectlyBelow() {
        for (var area : new TerritoryCode[] {COUNTY, STREET, COMMUNITY}) {
            var sums = rows.sums(area, FROM, TODAY);
            int digits = area.value().length() + 3;
            assertThat(reported(sums, digits, it -> it.of("reported")))
                    .as(area.value())
                    .isNotEmpty()
                    .isEqualTo(byHand(area, digits, it -> !day(it.reportedAt()).isBefore(FROM)));
            assertThat(reported(sums, digits, it -> it.ofToday("reported")))
                    .as(area.value())
                    .isEqualTo(byHand(area, digits, it -> day(it.reportedAt()).equals(TODAY)));
            assertThat(reported(sums, digits, it -> it.of("late")))
                    .as(area.value())
                    .isEqualTo(
                            byHand(
                                    area,
                                    digits,
                                    it -> it.late() && !day(it.reportedAt()).isBefore(FROM)));
        }
        assertThat(
                        Objects.requireNonNull(rows.sums(STREET, FROM, TODAY).get(STREET.value()))
                                .of("reported"))
                .isEqualTo(
                        within(STREET).filter(it -> !day(it.reportedAt()).isBefore(FROM)).count());
    }

    @Test
    void countsWhatIsOpenLateAndSoonBelow() {
        var now = START.plus(Duration.ofMinutes(MATTERS / 2));
        for (var area : new TerritoryCode[] {COUNTY, STREET, COMMUNITY}) {
            int digits = area.value().length() + 3;
            var standing = rows.standing(area, now);
            var open = new HashMap<String, Long>();
            var overdue = new HashMap<String, Long>();
            standing.forEach((place, it) -> {
                open.put(place, it.open());
                if (it.overdue() > 0) {
                    overdue.put(place, it.overdue());
                }
            });
            assertThat(open).as(area.value()).isEqualTo(byHand(area, digits, MatterSummary::open));
            assertThat(overdue)
                    .as(area.value())
                    .isEqualTo(
                            byHand(
                                    area,
                                    digits,
                                    it -> it.open() && it.due().filter(now::isAfter).isPresent()));
        }
        long soon = rows.standing(COUNTY, START).values().stream().mapToLong(Standing::soon).sum();
        assertThat(soon)
                .isPositive()
                .isEqualTo(
                        within(COUNTY)
                                .filter(MatterSummary::open)
                                .filter(it ->
                                        it.beside().amber().isPresent() && it.due().isPresent())
                                .count());
    }

    @Test
    void countsTheHoursOfToday() {
        var begun = TODAY.atStartOfDay(WorkCalendar.ZONE).toInstant();
        for (var area : new TerritoryCode[] {COUNTY, STREET, COMMUNITY}) {
            var hours = rows.hours(area, false, begun);
            var byHand = new long[24];
            within(area)
                    .filter(it -> day(it.reportedAt()).equals(TODAY))
                    .forEach(it -> byHand[it.reportedAt().atZone(WorkCalendar.ZONE).getHour()]++);
            assertThat(hours).as(area.value()).isEqualTo(byHand);
            long closed = Arrays.stream(rows.hours(area, true, begun)).sum();
            assertThat(closed)
                    .isEqualTo(
                            within(area)
                                    .filter(it -> it.closedAt().isPresent())
                                    .filter(it -> !it.closedAt().get().isBefore(begun))
                                    .count());
        }
    }

    private static Map<String, Long> reported(
            Map<String, Sums> sums, int digits, Function<Sums, Long> count) {
        var counts = new HashMap<String, Long>();
        sums.forEach((place, it) -> {
            if (place.length() == digits && count.apply(it) > 0) {
                counts.put(place, count.apply(it));
            }
        });
        return counts;
    }

    private static Map<String, Long> byHand(
            TerritoryCode area, int digits, Predicate<MatterSummary> counts) {
        return within(area)
                .filter(counts)
                .collect(groupingBy(it -> it.area().value().substring(0, digits), counting()));
    }

    private static Stream<MatterSummary> within(TerritoryCode area) {
        return IntStream.range(0, MATTERS)
                .mapToObj(FakeMatters::matter)
                .filter(it -> it.area().within(area));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }
}
