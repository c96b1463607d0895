package org.huying.insight.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huying.database.Postgres;
import org.huying.insight.burst.BurstCounts.Counted;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.Place;
import org.huying.playbook.BurstRules;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BurstCountsTest {

    private static final String REGION = "370481";
    private static final Instant MORNING = Instant.parse("2026-01-05T01:00:00Z");
    private static final BurstRules RULES = new BurstRules(3, "community", Duration.ofDays(1));
    private static final List<Cut> ALL = List.of(Cut.WHOLE);

    private final JdbcClient jdbc = JdbcClient.create(Postgres.migrated());
    private final BurstCounts counts = new BurstCounts(jdbc);
    private final Bursts bursts = new Bursts(jdbc);

    @Test
    void manyOfOneKindInOnePlaceAreOneAlert() {
        counts.move(REGION, List.of(report(1, "lamp"), report(2, "lamp")), List.of());
        assertThat(alerts(ALL)).isEmpty();
        counts.move(REGION, List.of(report(3, "lamp"), report(4, "noise")), List.of());
        var alert = alerts(ALL).getFirst();
        assertThat(alerts(ALL)).hasSize(1);
        assertThat(alert.count()).isEqualTo(3);
        assertThat(alert.state()).isEqualTo("OPEN");
        assertThat(alert.firstAt()).isEqualTo(MORNING.plusSeconds(1));
        assertThat(alert.lastAt()).isEqualTo(MORNING.plusSeconds(3));
    }

    @Test
    void aReplayCountsNothingTwice() {
        var reports = IntStream.range(0, 5).mapToObj(i -> report(i, "lamp")).toList();
        counts.move(REGION, reports, List.of());
        counts.move(REGION, reports, List.of());
        counts.move(REGION, reports.subList(2, 4), List.of());
        assertThat(alerts(ALL).getFirst().count()).isEqualTo(5);
    }

    @Test
    void aReportFiledAnewMovesAndOneTakenOutCountsNoMore() {
        var reports = IntStream.range(0, 4).mapToObj(i -> report(i, "lamp")).toList();
        counts.move(REGION, reports, List.of());
        counts.move(REGION, List.of(report(0, "noise")), List.of());
        assertThat(alerts(ALL).getFirst().count()).isEqualTo(3);
        counts.move(REGION, List.of(), List.of(id(1)));
        counts.move(REGION, List.of(), List.of(id(1)));
        assertThat(alerts(ALL).getFirst().count()).isEqualTo(2);
        assertThat(sum()).isEqualTo(3);
    }

    @Test
    void whatIsOldIsForgottenUnlessItBecameAnAlert() {
        var reports = IntStream.range(0, 3).mapToObj(i -> report(i, "lamp")).toList();
        counts.move(REGION, reports, List.of());
        counts.move(REGION, List.of(report(9, "noise")), List.of());
        counts.forget(REGION, MORNING.plus(Duration.ofDays(41)));
        assertThat(sum()).isEqualTo(3);
        assertThat(alerts(ALL)).hasSize(1);
    }

    @Test
    void onlyWhoHasTheAreaSeesAndAnswersIt() {
        var reports = IntStream.range(0, 3).mapToObj(i -> report(i, "lamp")).toList();
        counts.move(REGION, reports, List.of());
        var id = alerts(ALL).getFirst().id();
        var outside = List.of(cut("370481002"));
        assertThat(alerts(outside)).isEmpty();
        assertThat(alerts(List.of(cut("370481001001001")))).isEmpty();
        assertThat(alerts(List.of(cut("370481001")))).hasSize(1);
        var seen = new Bursts.Answer("ACKNOWLEDGED", id(7), MORNING, "去看看");
        assertThat(bursts.answer(REGION, outside, id, seen)).isEmpty();
        assertThat(bursts.answer(REGION, ALL, id, seen).orElseThrow().state())
                .isEqualTo("ACKNOWLEDGED");
        var closed = new Bursts.Answer("CLOSED", id(7), MORNING, "停电，已修复");
        assertThat(bursts.answer(REGION, ALL, id, closed).orElseThrow().note()).isEqualTo("停电，已修复");
        assertThat(bursts.answer(REGION, ALL, id, seen).orElseThrow().state()).isEqualTo("CLOSED");
    }

    private List<Bursts.Alert> alerts(List<Cut> cuts) {
        return bursts.page(REGION, cuts, Optional.empty(), Place.NEWEST, 50);
    }

    private long sum() {
        return jdbc.sql("SELECT sum(count) FROM insight.burst").query(Long.class).single();
    }

    private static Cut cut(String area) {
        return new Cut(Optional.of(TerritoryCode.of(area)), Optional.empty());
    }

    private static Counted report(int i, String item) {
        var at = MORNING.plusSeconds(i);
        var area = TerritoryCode.of("370481001001001");
        var key = BurstKey.of(item, area, at, RULES).orElseThrow();
        return new Counted(id(i), key, at, RULES.count());
    }

    private static UUID id(int i) {
        return new UUID(0, i);
    }
}
