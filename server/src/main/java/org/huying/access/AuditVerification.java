package org.huying.access;

import java.util.Optional;
import java.util.UUID;

/// Recomputes the audit of every region: each row's digest, each seal, and the chain of the seals.
public interface AuditVerification {

    /// The audit of all regions, or of one.
    Verdict verify(Optional<String> region);

    /// What was checked, and the first damage if there is any.
    record Verdict(long rows, long seals, Optional<Damage> damage) {}

    /// Where the audit is damaged.
    ///
    /// @param seal the number of the seal, 0 for rows not sealed yet
    /// @param row the damaged row where it can be told
    /// @param what `row-changed`, `row-missing`, `seal-changed`, `seal-missing`, `seal-forged`
    record Damage(String region, long seal, Optional<UUID> row, String what) {}
}
