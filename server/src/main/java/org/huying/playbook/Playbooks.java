package org.huying.playbook;

import java.time.Instant;

/// The playbooks in force. Answers come from memory.
public interface Playbooks {

    /// The playbook in force for a county at a moment; the base playbook where the place has none of its own.
    Playbook current(String region, Instant at);

    /// A version that a matter was opened under. Throws `IllegalStateException` for one that never was.
    Playbook pinned(String key, int version);
}
