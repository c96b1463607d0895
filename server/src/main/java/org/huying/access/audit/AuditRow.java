package org.huying.access.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.vault.Chain;

/// One act or one look. Its digest covers every field that means something.
public record AuditRow(
        String region,
        UUID id,
        Instant at,
        UUID account,
        String kind,
        String act,
        String subject,
        Optional<String> reason) {

    byte[] digest() {
        return Chain.link(
                Chain.start(),
                region,
                id.toString(),
                at.toString(),
                account.toString(),
                kind,
                act,
                subject,
                reason.isPresent() ? "+" + reason.get() : "-");
    }
}
