package org.huying.org;

import java.util.Optional;

/// The rule "who gets this request": the post on the territory, then the unit on the duty list, then upwards from
/// grid to community, street and county.
public interface Duties {

    /// The one who is responsible at that moment; empty when nobody on the way up is.
    Optional<Responsible> responsible(DutyQuestion question);
}
