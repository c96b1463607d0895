package org.huying.matter.loop;

/// Where a matter stands, and what stands beside.
public record Standing(MatterState state, Aside aside) {}
