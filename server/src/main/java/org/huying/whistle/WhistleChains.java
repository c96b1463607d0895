package org.huying.whistle;

import java.util.function.LongConsumer;
import org.huying.vault.ChainCheck;
import org.huying.vault.HistoryWalk;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every whistle's history: each row against the row before it, and the last one against the whistle itself.
public final class WhistleChains implements ChainCheck {

    @Override
    public String name() {
        return "whistle history";
    }

    @Override
    public Report verify(JdbcClient jdbc, LongConsumer progress) {
        return HistoryWalk.verify("whistle", jdbc, progress);
    }
}
