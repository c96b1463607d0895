package org.huying.playbook;

/// One dispatch rule; the first whose condition holds wins and its `name` is shown as the reason.
///
/// @param automatic the rule acts by itself; otherwise it is only offered to the desk
/// @param source where in the playbook it stands, as `file:line`
public record DispatchRule(
        String name, Condition when, DispatchTarget to, boolean automatic, String source) {}
