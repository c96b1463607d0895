package org.huying.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.huying.matter.loop.Report;
import org.huying.matter.loop.Step;
import org.huying.vault.Chain;
import org.huying.vault.ChainCheck;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every matter's history: each row against the row before it, and the last one against the matter itself.
public final class MatterChains implements ChainCheck {

    private static final int PAGE = 5_000;
    private static final int MOST_DAMAGES = 100;

    /// A history row with what the matter says about its own history.
    private record Link(Step step, byte[] head, int steps) {}

    @Override
    public String name() {
        return "matter history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        var walk = new Walk();
        var page = page(jdbc, "", new UUID(0, 0), 0);
        while (!page.isEmpty()) {
            page.forEach(walk::on);
            progress.accept(walk.rows);
            var last = page.getLast().step();
            page = page(jdbc, last.region(), last.matter(), last.seq());
        }
        walk.end();
        return new Report(walk.chains, walk.rows, List.copyOf(walk.damages));
    }

    private static List<Link> page(JdbcClient jdbc, String region, UUID matter, int seq) {
        return jdbc.sql(
                        """
                        SELECT s.*, m.chain AS head, m.steps AS steps
                          FROM matter.step s LEFT JOIN matter.matter m ON m.region = s.region AND m.id = s.matter
                         WHERE (s.region, s.matter, s.seq) > (:region, :matter, :seq)
                         ORDER BY s.region, s.matter, s.seq LIMIT :page
                        """)
                .param("region", region)
                .param("matter", matter)
                .param("seq", seq)
                .param("page", PAGE)
                .query(MatterChains::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var head = row.getBytes("head");
        return new Link(
                StepRow.read(row, number), head == null ? new byte[0] : head, row.getInt("steps"));
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
                    before.isEmpty() || !before.getFirst().step().matter().equals(step.matter());
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

        /// The chain that was walked must end where the matter says.
        void end() {
            if (!before.isEmpty()) {
                var last = before.getFirst();
                if (last.step().seq() != last.steps()) {
                    damage(last.step(), "the matter has %d rows".formatted(last.steps()));
                } else if (!Arrays.equals(last.head(), last.step().hash())) {
                    damage(last.step(), "the matter's own record of the chain differs");
                }
                before.clear();
            }
        }

        private void damage(Step step, String what) {
            if (damages.size() < MOST_DAMAGES) {
                damages.add(
                        new Damage(
                                "matter.step",
                                step.region() + " " + step.matter() + " " + step.seq(),
                                what));
            }
        }
    }
}
