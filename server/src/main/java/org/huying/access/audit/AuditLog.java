package org.huying.access.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.sql.Columns;
import org.huying.database.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appends. The row joins the transaction of the caller, so what did not happen is not recorded.
@Repository
class AuditLog implements Audit {
    static final String LOOKED = "looked-at-personal-data";
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void acted(
            Caller caller, String region, String act, String subject, Optional<String> reason) {
        append(
                new AuditRow(
                        region,
                        Ids.next(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        caller.account(),
                        caller.kind().name(),
                        act,
                        cut(subject),
                        reason.map(AuditLog::cut)));
    }

    @Override
    public void looked(Caller caller, String region, String subject, String purpose) {
        acted(caller, region, LOOKED, subject, Optional.of(purpose));
    }

    private void append(AuditRow row) {
        jdbc.sql(
                        """
                        INSERT INTO access.audit (region, id, at, account, kind, act, subject, reason, digest)
                        VALUES (:region, :id, :at, :account, :kind, :act, :subject, :reason, :digest)
                        """)
                .param("region", row.region())
                .param("id", row.id())
                .param("at", Columns.of(row.at()))
                .param("account", row.account())
                .param("kind", row.kind())
                .param("act", row.act())
                .param("subject", row.subject())
                .param("reason", row.reason().orElse(null))
                .param("digest", row.digest())
                .update();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
