package org.huying.matter;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// Pictures that were uploaded, for the modules above that keep their ids.
public interface Pictures {

    /// Takes pictures of this uploader that nothing has used yet, for `what`. False when one is not there, somebody else's
    /// or used: the caller's transaction must then be undone.
    boolean take(String region, UUID uploader, Collection<UUID> ids, String what);

    /// The bytes of a picture that was taken for `what`, as JPEG; empty where there is none of it. Whether the caller may
    /// see it, the module that took it has to know.
    Optional<byte[]> taken(String region, UUID id, String what, boolean thumbnail);
}
