package org.huying.playbook;

import java.time.Instant;
import java.util.List;
import org.huying.territory.TerritoryCode;

/// The playbooks in force. Answers come from memory.
public interface Playbooks {

    /// The playbook in force for a county at a moment. Where the county has none, that of its one town that has; else that
    /// of its city or province; else the base playbook.
    Playbook current(String region, Instant at);

    /// The playbook in force at a place: that of its town, else of its county, its city, its province, else the
    /// base playbook. For a county as [#current(String, Instant)].
    Playbook current(TerritoryCode place, Instant at);

    /// The playbooks by which a county and the places within it work, the county's first, each once.
    default List<Playbook> within(String region, Instant at) {
        return List.of(current(region, at));
    }

    /// A version that a matter was opened under. Throws `IllegalStateException` for one that never was.
    Playbook pinned(String key, int version);
}
