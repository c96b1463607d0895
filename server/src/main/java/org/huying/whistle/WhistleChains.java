package org.huying.whistle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.huying.vault.Chain;
import org.huying.vault.ChainCheck;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every whistle's history: each row against the row before it, and the last one against the whistle itself.
public final class WhistleChains implements ChainCheck {

    private static final int PAGE = 5_000;
    private static final int MOST_DAMAGES = 100;

    /// A history row with what the whistle says about its own history.
    private record Link(Step step, byte[] head, int steps) {}

    @Override
    public String name() {
        return "whistle history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        var walk = new Walk();
        var page = page(jdbc, "", new UUID(0, 0), 0);
        while (!page.isEmpty()) {
            page.forEach(walk::on);
            progress.accept(walk.rows);
            var last = page.getLast().step();
            page = page(jdbc, last.region(), last.whistle(), last.seq());
        }
        walk.end();
        return new Report(walk.chains, walk.rows, List.copyOf(walk.damages));
    }

    private static List<Link> page(JdbcClient jdbc, String region, UUID whistle, int seq) {
        return jdbc.sql(
                        """
                        SELECT s.*, m.chain AS head, m.steps AS steps
                          FROM whistle.step s LEFT JOIN whistle.whistle m ON m.region = s.region AND m.id = s.whistle
                         WHERE (s.region, s.whistle, s.seq) > (:region, :whistle, :seq)
                         ORDER BY s.region, s.whistle, s.seq LIMIT :page
                        """)
                .param("region", region)
                .param("whistle", whistle)
                .param("seq", seq)
                .param("page", PAGE)
                .query(WhistleChains::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var head = row.getBytes("head");
        return new Link(
                WhistleRow.step(row, number),
                head == null ? new byte[0] : head,
                row.getInt("steps"));
    }

    /// The walk along all chains, one after the other.
    private static final class Walk {

        private final List<Damage> damages = new ArrayList<>();
        private final List<Link> before = new ArrayList<>(1);
        private long chains;
        private long rows;

        void on(Link link) {
            rows++;
            var step = link.step();
            boolean begins =
                    before.isEmpty() || !before.getFirst().step().whistle().equals(step.whistle());
            if (begins) {
                end();
                chains++;
            }
            int expected = begins ? 1 : before.getFirst().step().seq() + 1;
            var hash = begins ? Chain.start() : before.getFirst().step().hash();
            if (step.seq() != expected) {
                damage(step, "row %d is missing".formatted(expected));
            } else if (!Arrays.equals(step.hashAfter(hash), step.hash())) {
                damage(step, "the row is not what was written");
            }
            before.clear();
            before.add(link);
        }

        /// The chain that was walked must end where the whistle says.
        void end() {
            if (!before.isEmpty()) {
                var last = before.getFirst();
                if (last.step().seq() != last.steps()) {
                    damage(last.step(), "the whistle has %d rows".formatted(last.steps()));
                } else if (!Arrays.equals(last.head(), last.step().hash())) {
                    damage(last.step(), "the whistle's own record of the chain differs");
                }
                before.clear();
            }
        }

        private void damage(Step step, String what) {
            if (damages.size() < MOST_DAMAGES) {
                damages.add(
                        new Damage(
                                "whistle.step",
                                step.region() + " " + step.whistle() + " " + step.seq(),
                                what));
            }
        }
    }
}
