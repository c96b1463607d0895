package org.huying.access.machine;

import java.util.UUID;

/// An account of a machine in its region.
public record Machine(String region, UUID account) {}
