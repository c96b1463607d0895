package org.huying.matter;

import java.util.List;
import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.huying.vault.HistoryWalk;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every matter's history: each row against the row before it, and the last one against the matter itself.
public final class MatterChains implements ChainCheck {

    private static final int PAGE = 5_000;

    @Override
    public String name() {
        return "matter history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        var walked =
                HistoryWalk.verify(
                        "matter.step",
                        "matter",
                        (region, matter, seq) ->
                                jdbc.sql(
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
                                        .query((row, _) -> HistoryWalk.Link.read(row, "matter"))
                                        .list(),
                        progress);
        return walked.and(lost(jdbc));
    }

    /// A walk along what is there passes over what is gone altogether.
    private static List<Damage> lost(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT region, id FROM matter.matter m
                         WHERE steps > 0 AND NOT EXISTS (
                               SELECT FROM matter.step s WHERE s.region = m.region AND s.matter = m.id)
                         ORDER BY region, id LIMIT 100
                        """)
                .query((row, _) ->
                        new Damage(
                                "matter.step",
                                row.getString("region") + " " + row.getString("id") + " 1",
                                "the whole history is missing"))
                .list();
    }
}
