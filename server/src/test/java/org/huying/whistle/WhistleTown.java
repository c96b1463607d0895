package org.huying.whistle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.MovableClock;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.calendar.TimeLimit;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.playbook.WhistleRules;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.playbook.WhistleRules.Overuse;
import org.huying.playbook.WhistleRules.Rung;
import org.huying.playbook.store.StoredPlaybooks;
import org.huying.territory.Kind;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.store.NodeRow;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The town with everybody who whistles and everybody who must come: a grid, its community and street with their
/// bodies, three departments, three levels of rules made by hand, and a clock that stands still.
final class WhistleTown {

    static final Instant MONDAY_NINE = Instant.parse("2027-03-01T01:00:00Z");

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final WhistleRules RULES =
            new WhistleRules(
                    Map.of(
                            "grid-to-community",
                                    rung("grid-to-community", "grid", "community", false),
                            "community-to-street",
                                    rung("community-to-street", "community", "street", true),
                            "street-to-department",
                                    rung("street-to-department", "street", "department", true)),
                    Map.of(
                            "unsolved", new Text("本级解决不了", "Beyond this level"),
                            "joint-enforcement", new Text("联合执法", "Joint enforcement"),
                            "emergency", new Text("应急处置", "Emergency")),
                    Map.of("market", new Text("市场秩序", "Market order")),
                    Map.of(
                            "night-stalls",
                            new Entry(
                                    "night-stalls",
                                    new Text("夜市占道", "Night stalls on the road"),
                                    "market",
                                    Optional.of("urban"),
                                    List.of("traffic", "gas"),
                                    Optional.of("joint-enforcement"),
                                    true)),
                    Optional.of(new Overuse(2, Duration.ofDays(1))));

    /// The three levels that were made by hand instead of those of the place.
    @TestConfiguration(proxyBeanMethods = false)
    static class Rules {

        @Bean
        @Primary
        Playbooks whistlingPlaybooks(StoredPlaybooks stored) {
            return new Playbooks() {
                @Override
                public Playbook current(String region, Instant at) {
                    return whistling(stored.current(region, at));
                }

                @Override
                public Playbook current(TerritoryCode place, Instant at) {
                    return whistling(stored.current(place, at));
                }

                @Override
                public Playbook pinned(String key, int version) {
                    return whistling(stored.pinned(key, version));
                }
            };
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Config {

        @Bean
        @Primary
        MovableClock stoppedClock() {
            return new MovableClock(MONDAY_NINE);
        }

        @Bean
        WhistleTown whistleTown(
                Town town,
                OrgEdits organisations,
                Territory territory,
                TerritoryEdits edits,
                Accounts accounts,
                Clock clock) {
            return new WhistleTown(
                    town, new Ground(organisations, territory, edits), accounts, clock);
        }
    }

    private record Ground(OrgEdits organisations, Territory territory, TerritoryEdits edits) {}

    private final Town town;
    private final Ground ground;
    private final Accounts accounts;
    private final Clock clock;
    private Map<String, UUID> units = Map.of();
    TerritoryCode street = Town.COUNTY;
    TerritoryCode otherStreet = Town.COUNTY;
    TerritoryCode community = Town.COUNTY;
    TerritoryCode grid = Town.COUNTY;

    private WhistleTown(Town town, Ground ground, Accounts accounts, Clock clock) {
        this.town = town;
        this.ground = ground;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Builds it if it is not there yet.
    synchronized WhistleTown ready() {
        if (!units.isEmpty()) {
            return this;
        }
        town.ready();
        var now = clock.instant();
        var streets = ground.territory().children(Town.COUNTY, now);
        street = streets.get(0).code();
        otherStreet = streets.get(1).code();
        community = ground.territory().children(street, now).getFirst().code();
        grid =
                ground.edits()
                        .apply(
                                Town.REGION,
                                new Change.Create(
                                        new Change.NewPlace(
                                                community,
                                                Optional.empty(),
                                                Kind.GRID,
                                                "一网格",
                                                NodeRow.Sizes.UNKNOWN,
                                                Optional.empty(),
                                                true),
                                        LONG_AGO))
                        .getFirst()
                        .code();
        units =
                ground.organisations()
                        .save(
                                Town.REGION,
                                List.of(
                                        body("street", OrganisationKind.STREET_OFFICE, street),
                                        body(
                                                "other-street",
                                                OrganisationKind.STREET_OFFICE,
                                                otherStreet),
                                        body(
                                                "community",
                                                OrganisationKind.COMMUNITY_COMMITTEE,
                                                community),
                                        body("urban", OrganisationKind.DEPARTMENT, Town.COUNTY),
                                        body("traffic", OrganisationKind.DEPARTMENT, Town.COUNTY),
                                        body("gas", OrganisationKind.DEPARTMENT, Town.COUNTY),
                                        body("fire", OrganisationKind.DEPARTMENT, Town.COUNTY)),
                                LONG_AGO)
                        .ids();
        return this;
    }

    UUID unit(String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    UUID above() {
        return town.unit("centre");
    }

    /// The bearer token of somebody of a unit.
    String member(String unit) {
        return token("m." + unit, NewGrant.of("unit-handler", Town.COUNTY, unit(unit)));
    }

    /// The bearer token of somebody with a role for a place.
    String desk(String role, TerritoryCode area) {
        return token(role + "." + area, NewGrant.of(role, area));
    }

    String token(String login, NewGrant grant) {
        var id =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(grant))));
        return accounts.openSession(id, Town.REGION);
    }

    private static OrgEdits.Entry body(String key, OrganisationKind kind, TerritoryCode at) {
        var parent = at.equals(Town.COUNTY) ? Optional.of("centre") : Optional.<String>empty();
        return new OrgEdits.Entry(key, key, kind, parent, Optional.of(at));
    }

    private static Rung rung(String key, String by, String answers, boolean evaluated) {
        return new Rung(
                key,
                new Text(key, key),
                by,
                answers,
                TimeLimit.parse("2 work-hours"),
                Optional.of(TimeLimit.parse("30 min")),
                Optional.of(TimeLimit.parse("1 work-hour")),
                evaluated,
                true);
    }

    private static Playbook whistling(Playbook playbook) {
        return (Playbook)
                Proxy.newProxyInstance(
                        Playbook.class.getClassLoader(),
                        new Class<?>[] {Playbook.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("whistle")) {
                                return RULES;
                            }
                            try {
                                return method.invoke(playbook, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
