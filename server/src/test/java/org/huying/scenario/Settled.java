package org.huying.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Playbook;
import org.huying.task.OpenTasks;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;

/// A place that is settled: its territories and who is who.
record Settled(
        TerritoryCode place,
        Playbook playbook,
        List<Node> nodes,
        Map<String, UUID> units,
        Map<String, UUID> accounts,
        Organisations organisations,
        People people) {

    String region() {
        return place.region();
    }

    TerritoryCode county() {
        return TerritoryCode.of(region());
    }

    /// The territories of a level, in order.
    List<TerritoryCode> all(Level level) {
        return nodes.stream()
                .filter(it -> it.kind() != Kind.BUILDING && it.kind() != Kind.SEGMENT)
                .map(Node::code)
                .filter(it -> it.level() == level)
                .toList();
    }

    /// The territories of a kind, in order.
    List<TerritoryCode> all(Kind kind) {
        return nodes.stream().filter(it -> it.kind() == kind).map(Node::code).toList();
    }

    /// The n-th territory of a level; after the last the first again.
    TerritoryCode at(Level level, int n) {
        var all = all(level);
        return all.get(n % all.size());
    }

    UUID unit(String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    UUID committee(TerritoryCode area) {
        return unit("c-" + area.at(Level.COMMUNITY));
    }

    UUID office(TerritoryCode area) {
        return unit("st-" + area.at(Level.STREET));
    }

    UUID firm(TerritoryCode area) {
        return unit("firm-" + area.at(Level.COMMUNITY));
    }

    /// The desk of a community, a street or the county.
    Caller desk(TerritoryCode area) {
        return person("desk-" + area);
    }

    /// Whoever holds the post on this place or the nearest above.
    Caller holder(String post, TerritoryCode area) {
        var at = Optional.of(area);
        while (at.isPresent() && !accounts.containsKey(post + "-" + at.get())) {
            at = at.get().parent();
        }
        return person(post + "-" + at.orElseThrow(() -> new AssertionError("Nobody is " + post)));
    }

    /// Somebody of a body of this key.
    Caller member(String unit) {
        return person("u-" + unit);
    }

    /// Who works for a body: the desk of its place, or its own handler.
    Caller worker(UUID unit) {
        var body = organisations.byId(region(), unit).orElseThrow();
        return switch (body.kind()) {
            case CENTRE, STREET_OFFICE, COMMUNITY_COMMITTEE -> desk(body.anchor().orElseThrow());
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
                    member(body.key());
        };
    }

    /// Somebody who belongs to a body, wherever its matters lie.
    Caller handler(UUID unit) {
        return member(organisations.byId(region(), unit).orElseThrow().key());
    }

    Caller account(UUID id) {
        return people.caller(region(), id);
    }

    Caller resident(int n) {
        return account(people.resident(region(), "1390%07d".formatted(n)));
    }

    /// A camera or another system.
    Caller machine() {
        return account(people.machine(region()));
    }

    /// A bearer token for the API.
    String token(Caller caller) {
        return people.token(region(), caller.account());
    }

    String name(UUID unit) {
        return organisations.byId(region(), unit).map(Organisation::name).orElseThrow();
    }

    /// Who is who, for tasks.
    OpenTasks.Cast cast() {
        return new OpenTasks.Cast(region(), this::account, this::holder);
    }

    private Caller person(String login) {
        return account(Objects.requireNonNull(accounts.get(login), login));
    }
}
