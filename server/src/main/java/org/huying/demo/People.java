package org.huying.demo;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.client.Seen;
import org.huying.demo.founding.Bodies;
import org.huying.org.Duties;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Playbook;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Who in the town takes which step.
final class People {

    private final Cast cast;
    private final Organisations organisations;
    private final Duties duties;
    private final InstantSource clock;
    private final Playbook playbook;
    private final String region;

    People(
            Cast cast,
            Organisations organisations,
            Duties duties,
            InstantSource clock,
            Playbook playbook,
            String region) {
        this.cast = cast;
        this.organisations = organisations;
        this.duties = duties;
        this.clock = clock;
        this.playbook = playbook;
        this.region = region;
    }

    /// The street's desk, or the county's where no street is known.
    UUID desk(Seen matter) {
        var area = TerritoryCode.of(matter.area());
        if (area.level().digits() < Level.STREET.digits()) {
            return county();
        }
        return cast.login("s" + area.at(Level.STREET)).orElseGet(this::county);
    }

    /// Whoever holds the post that checks, where the place has one and its holder did not do the work; else the checker.
    Optional<UUID> verifier(Seen matter) {
        var area = TerritoryCode.of(matter.area());
        var holders =
                playbook.matter()
                        .loop()
                        .after()
                        .verifier()
                        .map(it -> duties.holders(it, area, clock.instant()))
                        .orElse(Set.of());
        return holders.stream()
                .filter(it -> !it.equals(handler(matter)))
                .min(Comparator.naturalOrder())
                .or(() -> checker(matter));
    }

    /// Somebody else than the one who did the work: the street's desk, else the county's, else the community's. Nobody
    /// where the county's desk itself worked on what lies in no street.
    Optional<UUID> checker(Seen matter) {
        var worker = handler(matter);
        return Stream.concat(Stream.of(desk(matter), county()), community(matter).stream())
                .filter(it -> !it.equals(worker))
                .findFirst();
    }

    private Optional<UUID> community(Seen matter) {
        var area = TerritoryCode.of(matter.area());
        return area.level().digits() < Level.COMMUNITY.digits()
                ? Optional.empty()
                : cast.login("d" + area.at(Level.COMMUNITY));
    }

    UUID county() {
        return cast.login(Guests.MARK).orElseThrow();
    }

    /// The person that was named, else whoever works for the unit.
    UUID handler(Seen matter) {
        return matter.person()
                .or(() ->
                        matter.unit()
                                .flatMap(it -> organisations.byId(region, it))
                                .flatMap(this::worker))
                .orElseGet(this::county);
    }

    private Optional<UUID> worker(Organisation unit) {
        return switch (unit.kind()) {
            case COMMUNITY_COMMITTEE -> unit.anchor().flatMap(it -> cast.login("d" + it));
            case STREET_OFFICE -> unit.anchor().flatMap(it -> cast.login("s" + it));
            case CENTRE -> Optional.of(county());
            case GOVERNMENT,
                    DEPARTMENT,
                    TEAM,
                    PUBLIC_SERVICE_COMPANY,
                    PROPERTY_COMPANY,
                    OWNERS_COMMITTEE,
                    SOCIAL_ORGANISATION,
                    ENTERPRISE,
                    PARTY_ORGANISATION,
                    OTHER ->
                    cast.login(Bodies.handler(unit.key()));
        };
    }

    /// The street's office, or the county's centre where no street is known.
    Optional<UUID> office(Seen matter) {
        var area = TerritoryCode.of(matter.area());
        var key =
                area.level().digits() < Level.STREET.digits()
                        ? Bodies.CENTRE
                        : Bodies.street(area.at(Level.STREET));
        return organisations.byKey(region, key).map(Organisation::id);
    }

    /// The channel itself where the place has it, else the first it has.
    String channel(String wanted) {
        var channels = playbook.matter().channels().keySet();
        return channels.contains(wanted) ? wanted : channels.iterator().next();
    }

    /// The item where the place's catalogue has it.
    Optional<String> item(String key) {
        return playbook.item(key).map(it -> it.key());
    }

    String otherItem() {
        return playbook.item("other")
                .map(it -> it.key())
                .orElseGet(() -> playbook.items().iterator().next().key());
    }

    List<String> outcomes(Seen matter, Map<String, List<String>> outcomes) {
        var fallback = outcomes.getOrDefault("other", List.of("已办好，请您再看看。"));
        return matter.item()
                .flatMap(playbook::item)
                .map(it -> outcomes.getOrDefault(it.itemClass(), fallback))
                .orElse(fallback);
    }
}
