package org.huying.matter.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huying.calendar.TimeLimit;

/// What bends a matter's clock: the times it stood, the extensions of the running stage, and how many marks were passed
/// (0 none, 1 amber, 2 the limit itself, more: reminders after it).
///
/// @param marks of the running stage
/// @param whole of the whole matter
/// @param reply of the reply that is owed
/// @param helpers until when helpers whose time is over have been told of
/// @param supervision until when the marks of a supervision have been told of
public record Pace(
        List<Pause> pauses,
        List<TimeLimit> extensions,
        int marks,
        int whole,
        int reply,
        Optional<Instant> helpers,
        Optional<Instant> supervision) {

    public static final Pace EVEN =
            new Pace(List.of(), List.of(), 0, 0, 0, Optional.empty(), Optional.empty());

    public Pace {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /// The clock stood from `from` to `to`; never counted.
    public record Pause(Instant from, Instant to) {}

    Pace with(Pause pause) {
        var all = new ArrayList<>(pauses);
        all.add(pause);
        return new Pace(all, extensions, marks, whole, reply, helpers, supervision);
    }

    Pace with(TimeLimit extension) {
        var all = new ArrayList<>(extensions);
        all.add(extension);
        return new Pace(pauses, all, 0, whole, reply, helpers, supervision);
    }

    Pace marked(int passed, int wholePassed) {
        return new Pace(pauses, extensions, passed, wholePassed, reply, helpers, supervision);
    }

    Pace pressed(int passed) {
        return new Pace(pauses, extensions, marks, whole, passed, helpers, supervision);
    }

    Pace told(Instant at) {
        return new Pace(pauses, extensions, marks, whole, reply, Optional.of(at), supervision);
    }

    Pace warned(Instant at) {
        return new Pace(pauses, extensions, marks, whole, reply, helpers, Optional.of(at));
    }

    Pace nextStage() {
        return new Pace(pauses, List.of(), 0, whole, reply, helpers, supervision);
    }
}
