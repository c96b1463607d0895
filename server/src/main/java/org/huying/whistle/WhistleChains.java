package org.huying.whistle;

import java.util.List;
import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.huying.vault.HistoryWalk;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every whistle's history: each row against the row before it, and the last one against the whistle itself.
public final class WhistleChains implements ChainCheck {

    private static final int PAGE = 5_000;

    @Override
    public String name() {
        return "whistle history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        var walked =
                HistoryWalk.verify(
                        "whistle.step",
                        "whistle",
                        (region, whistle, seq) ->
                                jdbc.sql(
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
                                        .query((row, _) -> HistoryWalk.Link.read(row, "whistle"))
                                        .list(),
                        progress);
        return walked.and(lost(jdbc));
    }

    /// A walk along what is there passes over what is gone altogether.
    private static List<Damage> lost(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT region, id FROM whistle.whistle m
                         WHERE steps > 0 AND NOT EXISTS (
                               SELECT FROM whistle.step s WHERE s.region = m.region AND s.whistle = m.id)
                         ORDER BY region, id LIMIT 100
                        """)
                .query((row, _) ->
                        new Damage(
                                "whistle.step",
                                row.getString("region") + " " + row.getString("id") + " 1",
                                "the whole history is missing"))
                .list();
    }
}
