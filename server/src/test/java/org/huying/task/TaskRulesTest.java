package org.huying.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.calendar.Shift;
import org.huying.playbook.TaskKind;
import org.huying.playbook.TaskKind.Every;
import org.huying.playbook.Text;
import org.huying.task.TaskRules.Decision;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class TaskRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofDays(2));
    private static final Caller WORKER = staff(1);
    private static final Caller DESK = staff(2);
    private static final TaskState.Work WORK = work(false);
    private static final TaskState.Work LATE = work(true);

    private static final List<TaskState> STATES =
            List.of(
                    new TaskState.Open(0, Optional.empty()),
                    new TaskState.Done(WORK),
                    new TaskState.Counted(WORK, Optional.empty(), 3),
                    new TaskState.Ended("不用了"));
    private static final List<TaskCommand> COMMANDS =
            List.of(
                    new TaskCommand.Forward(""),
                    new TaskCommand.Finish("做了", Optional.of(4L), List.of()),
                    new TaskCommand.Check(true, ""),
                    new TaskCommand.Check(false, "没拍到"),
                    new TaskCommand.End("不用了"),
                    new TaskCommand.Recount(new Shift(DUE, DUE.plus(Duration.ofDays(1)))));

    @Test
    void allowsExactlyTheseSteps() {
        var steps = new ArrayList<String>();
        for (var state : STATES) {
            for (var command : COMMANDS) {
                if (decide(state, command, kind(true, 0), DESK)
                        instanceof Decision.Moved(var next)) {
                    steps.add(state.named() + " -" + command.act() + "-> " + next.named());
                }
            }
        }
        assertThat(steps)
                .containsExactly(
                        "OPEN -finish-> DONE",
                        "OPEN -end-> ENDED",
                        "OPEN -recount-> OPEN",
                        "DONE -pass-> COUNTED",
                        "DONE -send-back-> OPEN",
                        "DONE -end-> ENDED");
        assertThat(STATES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(TaskState.Name.values().length);
    }

    @Test
    void whatNeedsNoCheckCountsAtOnceAndLateWorkCountsLess() {
        var finish = COMMANDS.get(1);
        assertThat(decide(STATES.getFirst(), finish, kind(false, 0), WORKER))
                .isInstanceOfSatisfying(
                        Decision.Moved.class, it -> assertThat(score(it.next())).isEqualTo(3));
        assertThat(
                        score(
                                ((Decision.Moved)
                                                decide(
                                                        new TaskState.Done(LATE),
                                                        COMMANDS.get(2),
                                                        kind(true, 0),
                                                        DESK))
                                        .next()))
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsMissing() {
        var open = STATES.getFirst();
        var nothing = new TaskCommand.Finish("", Optional.empty(), List.of());
        assertThat(refused(open, nothing, kind(true, 1), WORKER)).isEqualTo("STAGES_LEFT");
        assertThat(refused(open, nothing, kind(true, 0), WORKER)).isEqualTo("FIGURE_MISSING");
        assertThat(
                        refused(
                                open,
                                new TaskCommand.Finish("", Optional.of(1L), List.of()),
                                kind(true, 0),
                                WORKER))
                .isEqualTo("WORDS_MISSING");
        assertThat(
                        refused(
                                new TaskState.Open(1, Optional.empty()),
                                COMMANDS.getFirst(),
                                kind(true, 1),
                                WORKER))
                .isEqualTo("NO_STAGE");
        assertThat(refused(new TaskState.Done(WORK), COMMANDS.get(2), kind(true, 0), WORKER))
                .isEqualTo("OWN_WORK");
        assertThat(
                        refused(
                                new TaskState.Done(WORK),
                                new TaskCommand.Check(false, ""),
                                kind(true, 0),
                                DESK))
                .isEqualTo("WORDS_MISSING");
    }

    @Test
    void periodsHaveNamesAndEnds() {
        var day = LocalDate.of(2026, 12, 31);
        assertThat(Period.of(Every.DAY, day).key()).isEqualTo("2026-12-31");
        assertThat(Period.of(Every.WEEK, day))
                .isEqualTo(
                        new Period(
                                "2026-W53", LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 4)));
        assertThat(Period.of(Every.WEEK, LocalDate.of(2027, 1, 3)).key()).isEqualTo("2026-W53");
        assertThat(Period.of(Every.MONTH, day).key()).isEqualTo("2026-12");
        assertThat(Period.of(Every.QUARTER, day).key()).isEqualTo("2026-Q4");
        assertThat(Period.of(Every.YEAR, day).end())
                .isEqualTo(Instant.parse("2026-12-31T15:59:59Z"));
    }

    private static int score(TaskState state) {
        return ((TaskState.Counted) state).score();
    }

    private static String refused(TaskState state, TaskCommand command, TaskKind kind, Caller by) {
        return ((Decision.Refused) decide(state, command, kind, by)).why().name();
    }

    private static Decision decide(TaskState state, TaskCommand command, TaskKind kind, Caller by) {
        return TaskRules.decide(task(state), command, kind, by, NOON);
    }

    private static TaskKind kind(boolean checked, int stages) {
        var name = new Text("走访", "Call");
        return new TaskKind(
                "visit",
                name,
                new TaskKind.To(TaskKind.Whom.POST, "grid-worker"),
                Optional.empty(),
                Optional.empty(),
                new TaskKind.Proof(
                        List.of(), true, Optional.of(name), Collections.nCopies(stages, name)),
                new TaskKind.Score(3, 1),
                checked ? Optional.of("community-desk") : Optional.empty(),
                new TaskKind.Force(Optional.empty(), Optional.empty()),
                false);
    }

    private static Task task(TaskState state) {
        return new Task(
                "370481",
                new UUID(1, 1),
                1,
                new Task.Given(
                        "base",
                        1,
                        Optional.empty(),
                        "visit",
                        "走访",
                        "2026-W10",
                        new Task.To(
                                TerritoryCode.of("370481001001001"),
                                new UUID(2, 2),
                                Optional.of(WORKER.account()),
                                Optional.empty()),
                        Optional.empty(),
                        "",
                        Caller.SYSTEM.account(),
                        NOON,
                        DUE),
                state,
                0,
                new byte[32]);
    }

    private static TaskState.Work work(boolean late) {
        return new TaskState.Work(
                WORKER.account(), "李", NOON, "做了", Optional.of(4L), List.of(), late);
    }

    private static Caller staff(int n) {
        return new Caller(new UUID(9, n), Caller.Kind.STAFF, "员" + n, List.of());
    }
}
