package org.huying.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.matter.MatterSummary;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Who a recipient is, without looking anybody up: an account, an organisation, or the desk of a place, whose id is made
/// from its code. So nobody has to be found when a notice is written; readers know which inboxes are theirs. Pure.
final class Recipients {

    static final String READ = "notice:inbox:read";

    private Recipients() {}

    /// Those meant, and `decider` the level word that decides what was applied for.
    static List<UUID> of(
            NoticeRules.Whom whom, MatterSummary matter, List<UUID> named, String decider) {
        return switch (whom) {
            case REQUESTER -> matter.requester().stream().toList();
            case UNIT -> matter.unit().stream().toList();
            case HELPERS -> matter.helpers();
            case NAMED -> named;
            case DESK -> List.of(desk(matter.area()));
            case DECIDER -> List.of(desk(around(matter.area(), decider)));
        };
    }

    /// The telephone of whoever asked; the number itself stays with the matter.
    static UUID phone(UUID matter) {
        return UUID.nameUUIDFromBytes(("phone:" + matter).getBytes(StandardCharsets.UTF_8));
    }

    private static TerritoryCode around(TerritoryCode area, String decider) {
        var level =
                switch (decider) {
                    case "micro", "grid", "community" -> Level.COMMUNITY;
                    case "street" -> Level.STREET;
                    default -> Level.COUNTY;
                };
        return level.digits() < area.value().length() ? area.at(level) : area;
    }

    /// The inboxes a caller reads: his own, those of his organisations, and the desk of each place he has the whole of. The
    /// place of a resident is where he lives: he sits at no desk.
    static Set<UUID> inboxes(Caller caller) {
        if (caller.kind() == Caller.Kind.RESIDENT) {
            return Set.of(caller.account());
        }
        var mayRead = caller.grants().stream().filter(g -> g.permissions().contains(READ)).toList();
        var units = mayRead.stream().map(Grant::unit).flatMap(Optional::stream);
        var desks =
                mayRead.stream()
                        .filter(grant -> grant.unit().isEmpty())
                        .map(Grant::area)
                        .flatMap(Optional::stream)
                        .filter(area -> area.level().digits() <= Level.COMMUNITY.digits())
                        .map(Recipients::desk);
        return Stream.of(Stream.of(caller.account()), units, desks)
                .flatMap(all -> all)
                .collect(Collectors.toSet());
    }

    /// The desk of the community of `area`; of `area` itself above that level.
    static UUID desk(TerritoryCode area) {
        var place =
                area.level().digits() > Level.COMMUNITY.digits() ? area.at(Level.COMMUNITY) : area;
        return UUID.nameUUIDFromBytes(("desk:" + place.value()).getBytes(StandardCharsets.UTF_8));
    }
}
