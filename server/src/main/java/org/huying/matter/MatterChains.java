package org.huying.matter;

import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.huying.vault.HistoryWalk;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every matter's history: each row against the row before it, and the last one against the matter itself.
public final class MatterChains implements ChainCheck {

    @Override
    public String name() {
        return "matter history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        return HistoryWalk.verify("matter", jdbc, progress);
    }
}
