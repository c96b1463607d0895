package org.huying.playbook.store;

import java.time.Instant;

/// One registered version, without its document.
///
/// @param effectiveFrom when it comes into force; the first version of a playbook always has been
public record Registered(
        String key,
        int version,
        String place,
        Instant effectiveFrom,
        String sha256,
        String source) {}
