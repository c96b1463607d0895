package org.huying.vault;

import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Walks all hash chains of one kind and finds damage; `./huying verify` runs every one. Named in
/// `META-INF/services/org.huying.vault.ChainCheck`, with a constructor without arguments: it runs without the server.
public interface ChainCheck {
    /// What is checked, for people: `matter history`.
    String name();

    /// Reads in bounded memory, tells `progress` how many rows are done so far, and goes on after damage.
    Report verify(JdbcClient jdbc, LongConsumer progress);

    /// What was read, and every damaged row found (the first 100 are enough).
    record Report(long chains, long rows, List<Damage> damages) {}

    /// Where history is not what was written: the table, the row's key, and what is wrong with it.
    record Damage(String table, String row, String what) {}
}
