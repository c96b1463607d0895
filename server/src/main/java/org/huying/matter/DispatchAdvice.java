package org.huying.matter;

import java.util.Optional;
import java.util.UUID;
import org.huying.playbook.Facts;
import org.huying.playbook.Playbook;

/// Who gets a request: what an arbiter has decided for the item in that place, else the first dispatch rule of the playbook
/// that holds and leads to somebody. The one way to ask; also before there is a matter.
public interface DispatchAdvice {

    /// An answer with its reason. `automatic`: the rule may act by itself; `rung` is the level word it stands at.
    record Advice(
            UUID unit,
            String unitName,
            Optional<UUID> person,
            Optional<String> rung,
            String why,
            boolean automatic) {}

    Optional<Advice> advise(Facts facts, Playbook playbook);
}
