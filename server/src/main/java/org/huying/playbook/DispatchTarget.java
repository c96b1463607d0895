package org.huying.playbook;

/// Where a dispatch rule sends a matter.
public sealed interface DispatchTarget {

    /// The holder of `post` on the territory at `level`: `post(grid-chief, place.grid)`.
    record Post(String post, String level) implements DispatchTarget {}

    /// The unit on the duty list, seen from `level`: `duty(item, place.street)`.
    record Duty(String level) implements DispatchTarget {}

    /// A body by its key: `unit(city-management)`.
    record Unit(String key) implements DispatchTarget {}
}
