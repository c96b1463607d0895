package org.huying.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who people are when they are not here: what they would be if they signed in now, for those who tell them something or go
/// on with what they began.
public interface AbsentCallers {

    /// Those of these accounts that are active, with the grants that hold now; the others are missing from the answer.
    /// Within a call of a region at most 5 s behind a change of its roles.
    List<Caller> of(String region, Collection<UUID> accounts);
}
