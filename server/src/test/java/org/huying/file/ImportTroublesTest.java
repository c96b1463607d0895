package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.HeartbeatConfig;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What an import meets on its way: rows that nobody foresaw, interruptions, a sender who may no longer, another import.
@SpringBootTest
@org.springframework.context.annotation.Import({Postgres.class, NumbersList.class})
@Timeout(120)
class ImportTroublesTest {

    private static final HeartbeatConfig HEARTBEAT =
            new HeartbeatConfig(Duration.ofSeconds(5), 4, Duration.ofSeconds(20));

    @Autowired StoredImports stored;
    @Autowired ImportFaults faults;
    @Autowired ImportRun run;
    @Autowired NumbersList list;
    @Autowired CustomTask<Void> fileImport;
    @Autowired SchedulerClient scheduler;

    @BeforeEach
    void none() {
        list.none();
    }

    @Test
    void aRowThatNobodyCanMakeReadyIsRefusedAndHoldsUpNoOther() {
        var rows = new ArrayList<>(NumbersList.numbers(1_200));
        rows.set(700, "odd");
        var some = sent(rows, Import.Mode.PARTIAL);
        assertThat(run.run(some.instance(), () -> false)).isTrue();
        assertThat(state(some)).isEqualTo(Import.State.DONE);
        assertThat(list.written()).hasSize(1_199);
        var all = sent(rows, Import.Mode.ALL);
        assertThat(run.run(all.instance(), () -> false)).isTrue();
        assertThat(state(all)).isEqualTo(Import.State.REFUSED);
        for (var file : List.of(some, all)) {
            assertThat(faults.after(file, 0, 10))
                    .extracting(Fault::line, Fault::code)
                    .containsExactly(Tuple.tuple(702L, "failed"));
        }
    }

    @Test
    void checkedOnAfterAnInterruptionLaterRowsKnowOfTheEarlierOnes() {
        var rows = new ArrayList<>(NumbersList.numbers(1_200));
        rows.set(1_100, "after n1");
        var id = sent(rows, Import.Mode.ALL);
        var turns = new AtomicInteger();
        assertThat(run.run(id.instance(), () -> turns.incrementAndGet() > 2)).isFalse();
        assertThat(stored.find(id).orElseThrow().reached()).isEqualTo(2);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        assertThat(faults.after(id, 0, 10)).isEmpty();
        assertThat(state(id)).isEqualTo(Import.State.DONE);
    }

    @Test
    void aListOfTheWholeCountyIsTakenFromNobodyWhoMayNotBringItAnyMore() {
        list.whole = true;
        for (var mode : Import.Mode.values()) {
            var id = sent(NumbersList.numbers(3), mode);
            assertThat(run.run(id.instance(), () -> false)).isTrue();
            assertThat(state(id)).isEqualTo(Import.State.CANCELLED);
        }
        assertThat(list.written()).isEmpty();
    }

    @Test
    void aNodeIsAtOneImportAtATime() throws Exception {
        list.waits = new CountDownLatch(1);
        var first = sent(List.of("wait"), Import.Mode.PARTIAL);
        var second = sent(List.of("n1"), Import.Mode.PARTIAL);
        var running = CompletableFuture.supplyAsync(() -> execute(first));
        assertThat(list.waiting.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(execute(second)).isNotInstanceOf(OnCompleteRemove.class);
        assertThat(state(second)).isEqualTo(Import.State.RUNNING);
        list.waits.countDown();
        assertThat(running.get(30, TimeUnit.SECONDS)).isInstanceOf(OnCompleteRemove.class);
        assertThat(execute(second)).isInstanceOf(OnCompleteRemove.class);
        assertThat(list.written()).containsExactlyInAnyOrder("wait", "n1");
    }

    private CompletionHandler<Void> execute(Import.Id id) {
        var task = new TaskInstance<Void>(fileImport.getName(), id.instance());
        var execution = new Execution(Instant.EPOCH, task);
        var context =
                new ExecutionContext(
                        new SchedulerState() {
                            @Override
                            public boolean isShuttingDown() {
                                return false;
                            }

                            @Override
                            public boolean isStarted() {
                                return true;
                            }

                            @Override
                            public boolean isPaused() {
                                return false;
                            }
                        },
                        execution,
                        scheduler,
                        new CurrentlyExecuting(execution, Instant::now, HEARTBEAT));
        return fileImport.execute(task, context);
    }

    private Import.State state(Import.Id id) {
        return stored.find(id).orElseThrow().state();
    }

    private Import.Id sent(List<String> numbers, Import.Mode mode) {
        return list.sent(numbers, mode, Instant.parse("2999-01-01T00:00:00Z"));
    }
}
