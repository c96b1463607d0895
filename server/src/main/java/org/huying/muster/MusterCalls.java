package org.huying.muster;

import java.util.List;
import java.util.UUID;

/// Reads for the modules above: whom a muster has called.
public interface MusterCalls {

    /// Everybody who was called; nobody for a muster that does not exist.
    List<UUID> called(String region, UUID muster);
}
