package org.huying.whistle;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// For which body of which place somebody whistles: an organisation that serves a place of the right level, or the desk
/// of such a place.
@Component
class CallingSide {

    static final String BLOW = "whistle:whistle:blow";

    private final Organisations organisations;

    CallingSide(Organisations organisations) {
        this.organisations = organisations;
    }

    /// Empty when the caller stands on another level, or is not of the place.
    ///
    /// @param by the level word of those who may whistle
    Optional<Call.By> of(Caller caller, String by, TerritoryCode area) {
        var level = Levels.of(by).filter(it -> it.digits() <= area.value().length());
        if (level.isEmpty()) {
            return Optional.empty();
        }
        var node = area.at(level.get());
        return caller.grants().stream()
                .filter(it -> it.permissions().contains(BLOW))
                .flatMap(it -> by(caller, it, node, level.get()).stream())
                .findFirst();
    }

    private Optional<Call.By> by(Caller caller, Grant grant, TerritoryCode node, Level level) {
        if (grant.unit().isPresent()) {
            return grant.unit()
                    .flatMap(it -> organisations.byId(node.region(), it))
                    .filter(it -> it.anchor().filter(node::equals).isPresent())
                    .filter(_ -> grant.area().map(node::within).orElse(true))
                    .map(it ->
                            new Call.By(
                                    Optional.of(it.id()), node, caller.account(), caller.name()));
        }
        return grant.area()
                .filter(node::equals)
                .filter(it -> it.level() == level)
                .map(_ ->
                        new Call.By(
                                Levels.bodyOfPlace(bodies(node)).map(it -> it.id()),
                                node,
                                caller.account(),
                                caller.name()));
    }

    private List<Organisation> bodies(TerritoryCode node) {
        return organisations.anchored(node.region(), node);
    }
}
