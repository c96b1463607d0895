package org.huying.matter.loop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// When the stage, the whole matter, the reply and the helpers of a matter were due, and when they are now. Of the clock
/// both dates are always told; of the reply and the helpers only what has moved.
///
/// @param reply what is owed from now on
public record DatesMoved(
        Optional<Instant> was,
        Optional<Instant> due,
        Optional<Instant> wholeWas,
        Optional<Instant> wholeDue,
        Optional<Instant> replyWas,
        @JsonIgnore Optional<Owed> reply,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Help> helpers) {

    /// The time of a unit that helps.
    public record Help(UUID unit, Instant was, Instant due) {}

    public DatesMoved {
        helpers = List.copyOf(helpers);
    }

    /// From one clock to another.
    public static DatesMoved between(StageClock before, StageClock after) {
        return new DatesMoved(
                before.due(),
                after.due(),
                before.whole(),
                after.whole(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// The same, with the reply that was owed and the one that is.
    public DatesMoved owing(Optional<Owed> before, Optional<Owed> after) {
        var moved =
                !before.map(Owed::due).equals(after.map(Owed::due))
                        && before.isPresent()
                        && after.isPresent();
        return moved
                ? new DatesMoved(
                        was, due, wholeWas, wholeDue, before.map(Owed::due), after, helpers)
                : this;
    }

    /// The same, with the helpers whose time has moved.
    public DatesMoved helping(List<Help> moved) {
        return new DatesMoved(was, due, wholeWas, wholeDue, replyWas, reply, moved);
    }

    @JsonProperty
    Optional<Instant> replyDue() {
        return reply.map(Owed::due);
    }

    /// Whether any of the dates has moved.
    public boolean moves() {
        return !was.equals(due)
                || !wholeWas.equals(wholeDue)
                || reply.isPresent()
                || !helpers.isEmpty();
    }
}
