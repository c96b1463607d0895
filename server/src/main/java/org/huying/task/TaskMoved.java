package org.huying.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A task was given, took a step, or is late. Stored in the event log: add fields, never rename or remove one.
///
/// @param act `give`, `forward`, `finish`, `pass`, `send-back`, `end`, `late`, `recount`
/// @param what the key of the kind of task
/// @param doer who handed it in, where somebody did
/// @param word the old and the new end of its time, where the days have moved it
public record TaskMoved(
        String region,
        UUID subject,
        String act,
        String what,
        UUID unit,
        Optional<UUID> person,
        Optional<UUID> doer,
        String area,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String word)
        implements Fact {

    public static final String KIND = "task.moved";

    @Override
    public String kind() {
        return KIND;
    }

    static TaskMoved of(Task task, Optional<UUID> doer, String act, Instant at) {
        var to = task.given().to();
        return new TaskMoved(
                task.region(),
                task.id(),
                act,
                task.given().kind(),
                to.unit(),
                to.person(),
                doer,
                to.area().value(),
                at,
                "");
    }

    TaskMoved saying(String said) {
        return new TaskMoved(region, subject, act, what, unit, person, doer, area, at, said);
    }
}
