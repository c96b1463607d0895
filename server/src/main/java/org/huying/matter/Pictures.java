package org.huying.matter;

import java.util.Collection;
import java.util.UUID;

/// Pictures that were uploaded, for the modules above that keep their ids.
public interface Pictures {

    /// Takes pictures of this uploader that nothing has used yet, for `what`. False when one is not there, somebody else's
    /// or used: the caller's transaction must then be undone.
    boolean take(String region, UUID uploader, Collection<UUID> ids, String what);
}
