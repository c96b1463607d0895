package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Clocks that ring on several servers, and what cannot be answered.
class AlarmNodesTest extends ClockedTest {

    @Autowired Dispatching dispatching;
    @Autowired Attachments attachments;
    @Autowired TransactionTemplate transaction;
    @Autowired AlarmAnswer answer;
    @Autowired AlarmWatch watch;

    @Test
    void twoNodesNeverRingTheSameClockTwice() throws Exception {
        var ids = new ArrayList<MatterId>();
        for (int i = 0; i < 60; i++) {
            ids.add(dispatched());
        }
        consumers.drain();
        hands.set(now(ids.getFirst()).clock().alarm().orElseThrow());
        var start = new CyclicBarrier(2);
        var moved = new ArrayList<Integer>();
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var result : nodes.invokeAll(List.of(ringing(start), ringing(start)))) {
                moved.add(result.get());
            }
        }
        assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ids.size());
        assertThat(moved).as("both of them worked").allMatch(it -> it > 0);
        for (var id : ids) {
            assertThat(acts(id).stream().filter("remind"::equals)).hasSize(1);
        }
    }

    @Test
    void whatANodeTookAndNeverDidIsTakenByAnotherLater() {
        var id = dispatched();
        consumers.drain();
        hands.set(now(id).clock().alarm().orElseThrow());
        assertThat(alarms.claim(desk.now(), Duration.ofMinutes(1), 10)).containsExactly(id);
        assertThat(node().run()).isZero();
        hands.set(desk.now().plusSeconds(61));
        assertThat(node().run()).isOne();
        assertThat(acts(id)).endsWith("remind");
    }

    @Test
    void aMatterThatCannotAnswerIsParkedAndHoldsUpNobody() {
        var bad = dispatched();
        var good = dispatched();
        consumers.drain();
        jdbc.sql("UPDATE matter.matter SET playbook = 'lost' WHERE id = :id")
                .param("id", bad.value())
                .update();
        var at = now(good).clock().alarm().orElseThrow();
        for (int i = 0; i < 5; i++) {
            ringAt(at.plus(Duration.ofMinutes(2L * i)));
        }
        assertThat(acts(good)).contains("remind");
        assertThat(acts(bad)).doesNotContain("remind");
        assertThat(
                        jdbc.sql(
                                        "SELECT failures FROM matter.alarm WHERE matter = :id AND parked_at IS NOT NULL")
                                .param("id", bad.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(5);
        assertThat(watch.health().getStatus().getCode()).isEqualTo("ATTENTION");
        jdbc.sql("UPDATE matter.matter SET playbook = 'base' WHERE id = :id")
                .param("id", bad.value())
                .update();
    }

    private Callable<Integer> ringing(CyclicBarrier start) {
        var node = node();
        return () -> {
            start.await();
            return node.run();
        };
    }

    /// A second server on the same database: what it remembers is its own.
    AlarmRound node() {
        var other =
                new MatterDesk(
                        matters,
                        rulebook,
                        dispatching,
                        attachments,
                        transaction,
                        hands,
                        new RecentMatters());
        return new AlarmRound(
                alarms,
                matters,
                answer,
                other,
                new AlarmSettings(true, Duration.ofSeconds(5), 7, 100, Duration.ofMinutes(1), 5));
    }
}
