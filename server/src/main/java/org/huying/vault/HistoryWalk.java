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
import org.springframework.jdbc.core.simple.JdbcClient;

/// The walk along all histories of one kind, one after the other: each row against the row before it, and the last one
/// against what its subject says of its own history.
public final class HistoryWalk {

    private static final int MOST_DAMAGES = 100;

    private static final int PAGE = 5_000;

    /// A history row with what its subject says: the hash of its last row, and how many there are.
    private record Link(Step step, byte[] head, int steps) {

        static Link read(ResultSet row, String subject) throws SQLException {
            var head = row.getBytes("head");
            return new Link(
                    Step.read(row, subject),
                    head == null ? new byte[0] : head,
                    row.getInt("steps"));
        }
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

    /// Walks to the end, and goes on after damage; last it looks for histories that are gone altogether, which a walk along
    /// what is there passes over.
    ///
    /// @param subject what has such a history, in one word of the program: its rows are in the table `step` of the schema of
    ///     that name, and it is in the table of that name with the columns `chain` and `steps`
    public static Report verify(String subject, JdbcClient jdbc, LongConsumer progress) {
        var walk = new HistoryWalk(subject + ".step", subject);
        var page = page(subject, jdbc, "", new UUID(0, 0), 0);
        while (!page.isEmpty()) {
            page.forEach(walk::on);
            progress.accept(walk.rows);
            var last = page.getLast().step();
            page = page(subject, jdbc, last.region(), last.subject(), last.seq());
        }
        walk.end();
        walk.damages.addAll(lost(subject, jdbc));
        return new Report(walk.chains, walk.rows, List.copyOf(walk.damages));
    }

    /// The rows after one, in the order of region, subject and number; none at the end.
    private static List<Link> page(
            String subject, JdbcClient jdbc, String region, UUID id, int seq) {
        return jdbc.sql(
                        """
                        SELECT s.*, m.chain AS head, m.steps AS steps
                          FROM %1$s.step s LEFT JOIN %1$s.%1$s m ON m.region = s.region AND m.id = s.%1$s
                         WHERE (s.region, s.%1$s, s.seq) > (:region, :id, :seq)
                         ORDER BY s.region, s.%1$s, s.seq LIMIT :page
                        """
                                .formatted(subject))
                .param("region", region)
                .param("id", id)
                .param("seq", seq)
                .param("page", PAGE)
                .query((row, _) -> Link.read(row, subject))
                .list();
    }

    private static List<Damage> lost(String subject, JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT region, id FROM %1$s.%1$s m
                         WHERE steps > 0 AND NOT EXISTS (
                               SELECT FROM %1$s.step s WHERE s.region = m.region AND s.%1$s = m.id)
                         ORDER BY region, id LIMIT :most
                        """
                                .formatted(subject))
                .param("most", MOST_DAMAGES)
                .query((row, _) ->
                        new Damage(
                                subject + ".step",
                                row.getString("region") + " " + row.getString("id") + " 1",
                                "the whole history is missing"))
                .list();
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
