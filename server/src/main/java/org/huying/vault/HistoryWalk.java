package org.huying.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck.Damage;
import org.huying.vault.ChainCheck.Report;

/// The walk along all histories of one kind, one after the other: each row against the row before it, and the last one
/// against what its subject says of its own history.
public final class HistoryWalk {

    private static final int MOST_DAMAGES = 100;

    /// A history row with what its subject says: the hash of its last row, and how many there are.
    public record Link(Step step, byte[] head, int steps) {

        /// Of a row with the columns `head` and `steps` beside the step's own.
        public static Link read(ResultSet row, String subject) throws SQLException {
            var head = row.getBytes("head");
            return new Link(
                    Step.read(row, subject),
                    head == null ? new byte[0] : head,
                    row.getInt("steps"));
        }
    }

    /// The rows after one, in the order of region, subject and number; none at the end.
    public interface Pages {
        List<Link> after(String region, UUID subject, int seq);
    }

    private final String table;
    private final String what;
    private final List<Damage> damages = new ArrayList<>();
    private Optional<Link> before = Optional.empty();
    private long chains;
    private long rows;

    private HistoryWalk(String table, String what) {
        this.table = table;
        this.what = what;
    }

    /// Walks to the end, and goes on after damage. `what` is what has such a history, in one word.
    public static Report verify(String table, String what, Pages pages, LongConsumer progress) {
        var walk = new HistoryWalk(table, what);
        var page = pages.after("", new UUID(0, 0), 0);
        while (!page.isEmpty()) {
            page.forEach(walk::on);
            progress.accept(walk.rows);
            var last = page.getLast().step();
            page = pages.after(last.region(), last.subject(), last.seq());
        }
        walk.end();
        return new Report(walk.chains, walk.rows, List.copyOf(walk.damages));
    }

    private void on(Link link) {
        rows++;
        var step = link.step();
        var last = before.map(Link::step).filter(it -> it.subject().equals(step.subject()));
        if (last.isEmpty()) {
            end();
            chains++;
        }
        int expected = last.map(Step::seq).orElse(0) + 1;
        var hash = last.map(Step::hash).orElseGet(Chain::start);
        if (step.seq() != expected) {
            damage(step, "row %d is missing".formatted(expected));
        } else if (!Arrays.equals(step.hashAfter(hash), step.hash())) {
            damage(step, "the row is not what was written");
        }
        before = Optional.of(link);
    }

    /// The chain that was walked must end where its subject says.
    private void end() {
        before.ifPresent(last -> {
            if (last.step().seq() != last.steps()) {
                damage(last.step(), "the %s has %d rows".formatted(what, last.steps()));
            } else if (!Arrays.equals(last.head(), last.step().hash())) {
                damage(last.step(), "the %s's own record of the chain differs".formatted(what));
            }
        });
        before = Optional.empty();
    }

    private void damage(Step step, String found) {
        if (damages.size() < MOST_DAMAGES) {
            damages.add(
                    new Damage(
                            table, step.region() + " " + step.subject() + " " + step.seq(), found));
        }
    }
}
