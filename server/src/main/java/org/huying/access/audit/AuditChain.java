package org.huying.access.audit;

import java.util.List;
import java.util.Optional;
import org.huying.access.AuditVerification;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The verification that a running server offers: with its key, up to the first damage.
@Component
class AuditChain implements AuditVerification {
    private final AuditWalk walk;

    AuditChain(JdbcClient jdbc, Cipher cipher) {
        walk = new AuditWalk(jdbc, Optional.of(cipher));
    }

    @Override
    public Verdict verify(Optional<String> region) {
        long rows = 0;
        long seals = 0;
        for (var each : region.map(List::of).orElseGet(walk::regions)) {
            var verdict = walk.verify(each);
            rows += verdict.rows();
            seals += verdict.seals();
            if (verdict.damage().isPresent()) {
                return new Verdict(rows, seals, verdict.damage());
            }
        }
        return new Verdict(rows, seals, Optional.empty());
    }
}
