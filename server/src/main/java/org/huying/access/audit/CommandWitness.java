package org.huying.access.audit;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.huying.access.Caller;
import org.huying.cli.Witness;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps commands in the audit, as acts of the system that somebody at its machine ordered.
public final class CommandWitness implements Witness {

    @Override
    public void told(DataSource data, String region, String command, String given, String by) {
        var jdbc = JdbcClient.create(data);
        if (exists(jdbc)) {
            new AuditLog(jdbc, Clock.systemUTC())
                    .acted(Caller.SYSTEM, region, command, given, Optional.of("user " + by));
        }
    }

    /// A database that was never founded has nothing to back up and nowhere to write.
    private static boolean exists(JdbcClient jdbc) {
        return jdbc.sql("SELECT to_regclass('access.audit') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }
}
