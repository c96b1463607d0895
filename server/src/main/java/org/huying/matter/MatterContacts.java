package org.huying.matter;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.huying.access.Caller;

/// Whom matters are from, many at once, for lists that are taken away. Whoever asks answers for it that it was permitted and
/// recorded what for.
public interface MatterContacts {

    /// What somebody has to hold to see names and phones of requesters in plain.
    String PERSONAL = RequesterController.PERSONAL;

    /// A name and a phone; empty texts where none was given.
    record Contact(String name, String phone) {
        public static final Contact NONE = new Contact("", "");
    }

    /// Masked; whoever gave neither is missing from the answer.
    Map<UUID, Contact> masked(String region, Collection<UUID> ids);

    /// In plain where the caller reaches the matter with [#PERSONAL], and masked elsewhere.
    Map<UUID, Contact> plain(String region, Collection<UUID> ids, Caller caller);
}
