package org.huying.task;

import java.time.Instant;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.playbook.TaskKind;
import org.huying.task.TaskState.Counted;
import org.huying.task.TaskState.Done;
import org.huying.task.TaskState.Ended;
import org.huying.task.TaskState.Open;

/// The state machine of tasks. Pure.
final class TaskRules {

    private TaskRules() {}

    /// What comes of a command.
    sealed interface Decision {
        record Moved(TaskState next) implements Decision {}

        record Refused(Refusal why) implements Decision {}
    }

    /// Why a step is not taken.
    enum Refusal {
        WRONG_STATE("任务现在不在这一步", "The task does not stand at this step"),
        NO_STAGE("这项任务没有下一个步骤了", "There is no further step on the way"),
        STAGES_LEFT("还有步骤没走完", "Some steps on the way are still to be done"),
        EVIDENCE_MISSING("缺少规定的凭证", "The proof that is asked for is missing"),
        FIGURE_MISSING("请填写数量", "Say how many"),
        WORDS_MISSING("请写明情况", "Say in words what was done"),
        OWN_WORK("不能核查自己做的任务", "One's own work is checked by somebody else");

        private final String zh;
        private final String en;

        Refusal(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String zh() {
            return zh;
        }

        String en() {
            return en;
        }
    }

    static Decision decide(Task task, TaskCommand command, TaskKind kind, Caller by, Instant now) {
        return switch (task.state()) {
            case Open(var stage, _) -> open(task, stage, command, kind, by, now);
            case Done(var work) ->
                    switch (command) {
                        case TaskCommand.Check _ when work.by().equals(by.account()) ->
                                refused(Refusal.OWN_WORK);
                        case TaskCommand.Check(var passed, var words) ->
                                checked(work, passed, words, kind, by, now);
                        case TaskCommand.End(var why) -> ended(why);
                        case TaskCommand.Forward _, TaskCommand.Finish _, TaskCommand.Recount _ ->
                                refused(Refusal.WRONG_STATE);
                    };
            case Counted _, Ended _ -> refused(Refusal.WRONG_STATE);
        };
    }

    private static Decision open(
            Task task, int stage, TaskCommand command, TaskKind kind, Caller by, Instant now) {
        int stages = kind.proof().stages().size();
        return switch (command) {
            case TaskCommand.Forward _ when stage >= stages -> refused(Refusal.NO_STAGE);
            case TaskCommand.Forward _ -> new Decision.Moved(new Open(stage + 1, Optional.empty()));
            case TaskCommand.Finish _ when stage < stages -> refused(Refusal.STAGES_LEFT);
            case TaskCommand.Finish finish ->
                    missing(finish, kind.proof())
                            .<Decision>map(Decision.Refused::new)
                            .orElseGet(() -> finished(task, finish, kind, by, now));
            case TaskCommand.End(var why) -> ended(why);
            case TaskCommand.Check _ -> refused(Refusal.WRONG_STATE);
            case TaskCommand.Recount _ -> new Decision.Moved(task.state());
        };
    }

    private static Optional<Refusal> missing(TaskCommand.Finish finish, TaskKind.Proof proof) {
        var shown = finish.proof().stream().map(TaskState.Proof::kind).toList();
        if (!shown.containsAll(proof.evidence())) {
            return Optional.of(Refusal.EVIDENCE_MISSING);
        }
        if (proof.figure().isPresent() && finish.figure().isEmpty()) {
            return Optional.of(Refusal.FIGURE_MISSING);
        }
        return proof.words() && finish.words().isBlank()
                ? Optional.of(Refusal.WORDS_MISSING)
                : Optional.empty();
    }

    private static Decision finished(
            Task task, TaskCommand.Finish finish, TaskKind kind, Caller by, Instant now) {
        var work =
                new TaskState.Work(
                        by.account(),
                        by.name(),
                        now,
                        finish.words(),
                        finish.figure(),
                        finish.proof(),
                        now.isAfter(task.given().due()));
        return new Decision.Moved(
                kind.checker().isPresent()
                        ? new Done(work)
                        : new Counted(work, Optional.empty(), score(work, kind)));
    }

    private static Decision checked(
            TaskState.Work work,
            boolean passed,
            String words,
            TaskKind kind,
            Caller by,
            Instant now) {
        if (passed) {
            var check = new TaskState.Check(by.account(), by.name(), now);
            return new Decision.Moved(new Counted(work, Optional.of(check), score(work, kind)));
        }
        return words.isBlank()
                ? refused(Refusal.WORDS_MISSING)
                : new Decision.Moved(new Open(kind.proof().stages().size(), Optional.of(words)));
    }

    private static int score(TaskState.Work work, TaskKind kind) {
        return work.late() ? kind.score().late() : kind.score().inTime();
    }

    private static Decision ended(String why) {
        return why.isBlank() ? refused(Refusal.WORDS_MISSING) : new Decision.Moved(new Ended(why));
    }

    private static Decision refused(Refusal why) {
        return new Decision.Refused(why);
    }
}
