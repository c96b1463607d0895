package org.huying.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who follows matters, for the modules above.
public interface Followers {

    /// The accounts that follow each of these matters, and the requesters and followers of what was merged into them; in
    /// one query. Matters that nobody follows are missing.
    Map<UUID, List<UUID>> of(String region, Collection<UUID> matters);
}
