package org.huying.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes many repeats into one matter. Each is a step of its own: what cannot be merged is told and hinders no other.
@Component
class Absorbing {

    private static final int TRIES = 3;

    /// What became of one of them.
    ///
    /// @param merged it is merged into this matter now
    /// @param problem why not, as a problem's code; with `detail` in words
    record Outcome(
            UUID id,
            @Nullable String number,
            boolean merged,
            @Nullable String problem,
            @Nullable String detail) {}

    private final MatterMoves moves;
    private final Merging merging;

    Absorbing(MatterMoves moves, Merging merging) {
        this.moves = moves;
        this.merging = merging;
    }

    List<Outcome> absorb(
            MatterId into, Collection<UUID> ids, String words, Caller caller, Language language) {
        var outcomes = new ArrayList<Outcome>();
        for (var id : new LinkedHashSet<>(ids)) {
            outcomes.add(outcome(into, new MatterId(into.region(), id), words, caller, language));
        }
        return outcomes;
    }

    private Outcome outcome(
            MatterId into, MatterId id, String words, Caller caller, Language language) {
        for (int i = 1; ; i++) {
            try {
                var child = moves.seen(id, caller);
                if (!joined(child, into)) {
                    merge(into, child, words, caller);
                }
                return new Outcome(id.value(), child.report().number(), true, null, null);
            } catch (ProblemException e) {
                if (e.problem() != Problem.STALE || i == TRIES) {
                    return new Outcome(
                            id.value(), null, false, e.problem().code(), e.detail(language));
                }
            }
        }
    }

    private static boolean joined(Matter child, MatterId into) {
        return child.state() instanceof Merged(var master, _) && master.equals(into.value());
    }

    private void merge(MatterId into, Matter child, String words, Caller caller) {
        var master = moves.seen(into, caller);
        var command = new Command.Merge(into.value(), merging.fit(child, master), words);
        moves.take(
                new Move(child.id(), caller, child.version(), Optional.empty()),
                command,
                it -> merging.absorbed(into, it, caller));
    }
}
