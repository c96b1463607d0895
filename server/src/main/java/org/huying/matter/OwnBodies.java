package org.huying.matter;

import java.time.Instant;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// For which bodies somebody acts: the unit he works for, the body of a post he holds, and the body of the place whose
/// desk he sits at; from below a community, that of the community.
@Component
class OwnBodies {

    private final Organisations organisations;

    OwnBodies(Organisations organisations) {
        this.organisations = organisations;
    }

    /// Whether `caller` acts for `body` when he does what `permission` allows.
    boolean actsFor(Caller caller, String permission, Organisation body, Instant now) {
        return caller.grants().stream()
                        .filter(it -> it.permissions().contains(permission))
                        .anyMatch(it ->
                                it.unit()
                                        .map(body.id()::equals)
                                        .orElseGet(() -> sitsAt(it.area(), body)))
                || organisations.servedBy(body.region(), caller.account(), now).contains(body.id());
    }

    private static boolean sitsAt(Optional<TerritoryCode> desk, Organisation body) {
        var place =
                desk.map(it ->
                        it.level().digits() > Level.COMMUNITY.digits()
                                ? it.at(Level.COMMUNITY)
                                : it);
        return body.ofPlace() && place.isPresent() && place.equals(body.anchor());
    }
}
