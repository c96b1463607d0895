package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// A list of numbers that is brought in, with rows that fail in every way there is.
@SpringBootTest
@org.springframework.context.annotation.Import({Postgres.class, NumbersList.class})
class ImportRunTest {

    @Autowired StoredImports stored;
    @Autowired ImportParts parts;
    @Autowired ImportFaults faults;
    @Autowired ImportRun run;
    @Autowired ImportForgetting forgetting;
    @Autowired NumbersList list;

    @BeforeEach
    void none() {
        list.none();
    }

    @Test
    void goesOnWhereItWasAndTakesNoRowTwice() {
        var id = sent(NumbersList.numbers(1_700), Import.Mode.PARTIAL);
        var turns = new AtomicInteger();
        assertThat(run.run(id.instance(), () -> turns.incrementAndGet() > 2)).isFalse();
        var so = stored.find(id).orElseThrow();
        assertThat(so.reached()).isEqualTo(2);
        assertThat(so.running()).isTrue();
        assertThat(list.written()).hasSize(1_000);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        var done = stored.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.count()).isEqualTo(new Import.Count(1_700, 0, 0, 0));
        assertThat(list.written()).hasSize(1_700);
        assertThat(run.run(id.instance(), () -> false)).as("over is over").isTrue();
    }

    @Test
    void aRowThatBlowsUpHitsNoOther() {
        var rows = new ArrayList<>(NumbersList.numbers(600));
        rows.set(3, "boom");
        rows.set(4, "bad");
        rows.set(599, "");
        rows.set(598, "late");
        var id = sent(rows, Import.Mode.PARTIAL);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        var done = stored.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.count().added()).isEqualTo(596);
        assertThat(done.count().refused()).isEqualTo(4);
        assertThat(faults.after(id, 0, 100))
                .extracting(Fault::line, Fault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5L, "failed"),
                        org.assertj.core.groups.Tuple.tuple(6L, "bad"),
                        org.assertj.core.groups.Tuple.tuple(600L, "late"),
                        org.assertj.core.groups.Tuple.tuple(601L, "missing"));
        assertThat(list.written()).hasSize(596).doesNotContain("boom");
    }

    @Test
    void allOrNothingTellsEveryFaultAndWritesNothing() {
        var rows = new ArrayList<>(NumbersList.numbers(1_200));
        rows.set(0, "bad");
        rows.set(1_100, "bad");
        var id = sent(rows, Import.Mode.ALL);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        var refused = stored.find(id).orElseThrow();
        assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
        assertThat(refused.count().refused()).isEqualTo(2);
        assertThat(faults.after(id, 0, 1)).extracting(Fault::line).containsExactly(2L);
        assertThat(faults.after(id, 2, 1)).extracting(Fault::line).containsExactly(1_102L);
        assertThat(list.written()).isEmpty();
    }

    @Test
    void whatGoesWrongOnlyWhenItIsWrittenUndoesAllOfIt() {
        for (var late : List.of("late", "boom")) {
            var rows = new ArrayList<>(NumbersList.numbers(1_200));
            rows.set(1_150, late);
            var id = sent(rows, Import.Mode.ALL);
            assertThat(run.run(id.instance(), () -> false)).isTrue();
            var refused = stored.find(id).orElseThrow();
            assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
            assertThat(refused.count()).isEqualTo(new Import.Count(0, 0, 0, 1));
            assertThat(list.written()).isEmpty();
        }
    }

    @Test
    void allOrNothingStoppedWhileItWritesLeavesNothingAndBeginsAnew() {
        var id = sent(NumbersList.numbers(1_200), Import.Mode.ALL);
        var turns = new AtomicInteger();
        assertThat(run.run(id.instance(), () -> turns.incrementAndGet() > 5)).isFalse();
        assertThat(stored.find(id).orElseThrow().phase()).isEqualTo(Import.Phase.TAKE);
        assertThat(list.written()).isEmpty();
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        assertThat(stored.find(id).orElseThrow().count().added()).isEqualTo(1_200);
        assertThat(list.written()).hasSize(1_200);
    }

    @Test
    void cancelledWhileItRunsItStops() {
        var id = sent(NumbersList.numbers(1_200), Import.Mode.PARTIAL);
        var turns = new AtomicInteger();
        assertThat(
                        run.run(
                                id.instance(),
                                () -> {
                                    if (turns.incrementAndGet() == 2) {
                                        stored.cancel(id, Instant.parse("2026-01-01T00:00:00Z"));
                                    }
                                    return false;
                                }))
                .isTrue();
        assertThat(stored.find(id).orElseThrow().state()).isEqualTo(Import.State.CANCELLED);
        assertThat(list.written()).hasSize(500);
    }

    @Test
    void rowsAreForgottenAfterAWhileAndTheCountsStay() {
        var old =
                list.sent(
                        List.of("1", "bad"),
                        Import.Mode.PARTIAL,
                        Instant.parse("2020-01-01T00:00:00Z"));
        run.run(old.instance(), () -> false);
        var fresh = sent(List.of("2"), Import.Mode.PARTIAL);
        forgetting.run();
        assertThat(parts.read(old, 0)).isEmpty();
        assertThat(faults.after(old, 0, 10)).isEmpty();
        assertThat(stored.find(old).orElseThrow().count().refused()).isEqualTo(1);
        assertThat(parts.read(fresh, 0)).hasSize(1);
    }

    private Import.Id sent(List<String> numbers, Import.Mode mode) {
        return list.sent(numbers, mode, Instant.parse("2999-01-01T00:00:00Z"));
    }
}
