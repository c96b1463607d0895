package org.huying.matter.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.LoopRules;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.PleaKind;

/// Something applied for; others decide, in as many stages as the place has.
///
/// @param no from 1 within the matter
/// @param length the longer limit asked for by an extension
/// @param until the date a suspension should last to
/// @param since when the stage of the matter began that more time is asked for
/// @param passed who passed it on, stage by stage
/// @param due until when the present stage should decide
public record Plea(
        int no,
        PleaKind kind,
        Standing state,
        UUID by,
        String reason,
        Optional<TimeLimit> length,
        Optional<Instant> until,
        Optional<Instant> since,
        List<Passed> passed,
        Optional<Instant> due) {

    /// One stage that agreed.
    public record Passed(UUID by, Instant at) {}

    public Plea {
        passed = List.copyOf(Objects.requireNonNullElse(passed, List.of())); // stored before
    }

    Plea now(Standing next) {
        return new Plea(no, kind, next, by, reason, length, until, since, passed, Optional.empty());
    }

    Plea passedOn(Passed stage) {
        var all = new ArrayList<>(passed);
        all.add(stage);
        return new Plea(no, kind, state, by, reason, length, until, since, all, Optional.empty());
    }

    Plea due(Optional<Instant> next) {
        return new Plea(no, kind, state, by, reason, length, until, since, passed, next);
    }

    /// The stage that decides now, as the place has it; the kind may be one that it no longer knows.
    public Optional<PleaStage> stage(LoopRules rules) {
        return Optional.ofNullable(rules.pleas().get(kind))
                .map(rule -> rule.stages().get(Math.min(passed.size(), rule.stages().size() - 1)));
    }

    /// Whether this person applied for it or has passed it on, and so decides no more.
    public boolean takenPart(UUID person) {
        return by.equals(person) || passed.stream().anyMatch(it -> it.by().equals(person));
    }

    /// Whether it asks for time of a stage that is over, as another one has begun at `present`.
    boolean past(Instant present) {
        return since.filter(it -> !it.equals(present)).isPresent();
    }

    public enum Standing {
        OPEN,
        GRANTED,
        DENIED,
        /// Its stage ended before anybody decided, and more time was asked for anew.
        LAPSED,
        /// Taken back by whoever applied.
        RETRACTED
    }
}
