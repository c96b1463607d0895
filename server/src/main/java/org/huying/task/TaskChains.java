package org.huying.task;

import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.huying.vault.HistoryWalk;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every task's history: each row against the row before it, and the last one against the task itself.
public final class TaskChains implements ChainCheck {

    @Override
    public String name() {
        return "task history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        return HistoryWalk.verify("task", jdbc, progress);
    }
}
