package org.huying.task;

import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.huying.vault.HistoryWalk;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every task's history: each row against the row before it, and the last one against the task itself.
public final class TaskChains implements ChainCheck {

    private static final int PAGE = 5_000;

    @Override
    public String name() {
        return "task history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        return HistoryWalk.verify(
                "task.step",
                "task",
                (region, task, seq) ->
                        jdbc.sql(
                                        """
                                        SELECT s.*, t.chain AS head, t.steps AS steps
                                          FROM task.step s LEFT JOIN task.task t ON t.region = s.region AND t.id = s.task
                                         WHERE (s.region, s.task, s.seq) > (:region, :task, :seq)
                                         ORDER BY s.region, s.task, s.seq LIMIT :page
                                        """)
                                .param("region", region)
                                .param("task", task)
                                .param("seq", seq)
                                .param("page", PAGE)
                                .query((row, _) -> HistoryWalk.Link.read(row, "task"))
                                .list(),
                progress);
    }
}
