package org.huying.whistle;

import java.util.Collection;
import java.util.UUID;

/// Where the pictures lie that units report in with. A whistle keeps their ids only; a bean of this type, where there is
/// one, is asked before an id is taken.
public interface Pictures {

    /// Whether `uploader` has uploaded all of these in this region.
    boolean uploaded(String region, UUID uploader, Collection<UUID> ids);
}
