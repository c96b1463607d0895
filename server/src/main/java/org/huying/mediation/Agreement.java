package org.huying.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// One wording of what was found and agreed.
///
/// @param revision from 1; each wording is a row of its own
/// @param parties sealed
record Agreement(
        String region,
        UUID matter,
        int revision,
        byte[] parties,
        int count,
        Said said,
        By by,
        List<Signature> signatures) {

    /// @param facts what the dispute is about; `terms` what was agreed; `performance` how and until when it is done
    record Said(
            String place,
            LocalDate heldOn,
            String mediators,
            String facts,
            String terms,
            String performance) {}

    record By(UUID account, String name, Instant at) {}

    /// @param party its number in the list from 1; 0 is the mediator
    record Signature(int party, Instant at, String witness) {}

    /// Every party and the mediator have signed: the wording stands.
    boolean complete() {
        return signatures.size() > count;
    }
}
