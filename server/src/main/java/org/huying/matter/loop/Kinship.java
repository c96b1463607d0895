package org.huying.matter.loop;

import java.util.Optional;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Withdrawn;

/// Matters that are the same, and matters that are taken back.
final class Kinship {

    private Kinship() {}

    static Decision decide(Standing at, Command.Kinship command, Circumstances now) {
        var aside = at.aside();
        return switch (command) {
            case Command.Merge(var into, var fit, _) -> {
                if (!fit) {
                    yield new Refused(Refusal.MASTER_UNFIT);
                }
                yield now.openParts() > 0
                        ? new Refused(Refusal.CHILDREN_OPEN)
                        : new Moved(new Merged(into, Optional.empty()), aside);
            }
            case Command.Unmerge _ -> new Moved(new Accepted(), aside);
            case Command.Absorb _ -> new Moved(at.state(), aside);
            case Command.Withdraw(var words) -> {
                if (words.isBlank()) {
                    yield new Refused(Refusal.WORDS_MISSING);
                }
                if (now.master()) {
                    yield new Refused(Refusal.OTHERS_MERGED);
                }
                yield now.openParts() > 0
                        ? new Refused(Refusal.CHILDREN_OPEN)
                        : new Moved(new Withdrawn(words), aside);
            }
        };
    }
}
