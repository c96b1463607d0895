package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.NewGrant;
import org.huying.calendar.WorkCalendar;
import org.huying.org.edit.PostEdits;
import org.huying.org.edit.TeamEdits;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Joint committees with as many part-time members as published, their seats, terms and what they settled; the coordination
/// with its member units; and what one person may not hold at the same time.
class ShizuishanCommitteesTest extends MethodsTest {

    private static final String STREET = "street-committee";
    private static final String COMMUNITY = "community-committee";

    @Autowired TeamEdits teams;
    @Autowired PostEdits posts;
    @Autowired People people;

    ShizuishanCommitteesTest() {
        super("shizuishan", "640202", new Ground.Part(3, 2, 2));
    }

    @Test
    void asManyMattersAsPublishedAreSettledByThePartTimeMembersAndCountedForEach() {
        int members = expected.figure("part-time-member");
        int matters = expected.figure("member-matters");
        var streets = committees(STREET, Level.STREET, expected.figure(STREET), 96);
        var communities =
                committees(COMMUNITY, Level.COMMUNITY, expected.figure(COMMUNITY), members - 96);
        var all = new ArrayList<Seat>(streets);
        all.addAll(communities);
        assertThat(all).hasSize(members);
        for (int i = 0; i < matters; i++) {
            settled(all.get(i % members));
        }
        var county = town().desk(town().county());
        var today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        var figures = "/tasks/figures?from=" + today.minusDays(300) + "&to=" + today;
        int counted = 0;
        for (var kind : get(county, figures).at("/kinds")) {
            counted +=
                    kind.at("/kind").asString().endsWith("member-matter")
                            ? kind.at("/counted").asInt()
                            : 0;
        }
        assertThat(counted).isEqualTo(matters);
        var one = all.getFirst();
        var his = get(county, figures + "&team=" + one.team()).at("/persons");
        long seats = all.stream().filter(it -> it.team().equals(one.team())).count();
        assertThat(his.size()).isEqualTo((int) seats);
        for (var member : his) {
            assertThat(member.at("/counted").asInt())
                    .isBetween(matters / members, matters / members + 1);
        }
        var shown = get(county, "/teams/" + one.team());
        assertThat(shown.at("/seats").asInt()).isEqualTo(6);
        assertThat(shown.at("/members").size()).isEqualTo((int) seats);
        assertThat(shown.at("/members/0/home").asString()).isNotEmpty();
        assertThat(shown.at("/members/0/termEnds").asString()).isEqualTo("2029-01-01");
        assertThat(ending(county, "2028-12-31")).isZero();
        assertThat(ending(county, "2029-01-01")).isEqualTo(members);
    }

    private int ending(Caller by, String until) {
        int found = 0;
        var next = "";
        do {
            var page = get(by, "/staffing/terms?limit=200&until=" + until + next);
            for (var term : page.at("/terms")) {
                found += term.at("/key").asString().endsWith("-committee") ? 1 : 0;
            }
            next = page.at("/next").isString() ? "&after=" + page.at("/next").asString() : "";
        } while (!next.isEmpty());
        return found;
    }

    @Test
    void theMemberUnitsOfTheCoordinationHaveTheirDutiesAndReportEveryQuarter() {
        var county = town().desk(town().county());
        var mechanism = coordination(county);
        assertThat(mechanism.at("/duties").size()).isPositive();
        int units = mechanism.at("/members").size();
        assertThat(units).isGreaterThan(1);
        for (var member : mechanism.at("/members")) {
            assertThat(member.at("/bodies").size()).as(member.toString()).isOne();
            assertThat(member.at("/duties").size()).isPositive();
            assertThat(member.at("/template").asBoolean()).isTrue();
        }
        tasks.round();
        assertThat(tasks.newest(region(), "member-report")).hasSize(units);
        later(24 * 100);
        tasks.round();
        assertThat(tasks.newest(region(), "member-report")).hasSize(units);
        assertThat(tasks.open(region(), "member-report")).hasSizeGreaterThan(units);
    }

    private JsonNode coordination(Caller by) {
        for (var each : get(by, "/staffing/mechanisms").at("/mechanisms")) {
            if (each.at("/key").asString().equals("coordination")) {
                return each;
            }
        }
        throw new AssertionError("Nothing coordinates");
    }

    @Test
    void whoManagesPropertyIsNotItsQualityDirectorAtTheSameTime() {
        var county = town().county();
        var hired =
                people.hired(
                        region(),
                        Map.of(
                                "registrar", NewGrant.of("system-admin", county),
                                "both", NewGrant.of("grid-worker", county),
                                "earlier", NewGrant.of("grid-worker", county),
                                "inside", NewGrant.of("grid-worker", county)));
        var admin = town().account(Objects.requireNonNull(hired.get("registrar")));
        var both = Objects.requireNonNull(hired.get("both"));
        var area = town().at(Level.COMMUNITY, 0);
        assertThat(
                        post(
                                admin,
                                "/posts/import",
                                Optional.empty(),
                                seat("property-manager", area, both)))
                .hasStatusOk();
        var second =
                post(
                        admin,
                        "/posts/import",
                        Optional.empty(),
                        seat("quality-director", area, both));
        assertThat(second).hasStatus(409);
        assertThat(body(second).at("/detail").asString()).contains("不能由同一人");
        assertThat(get(admin, "/staffing/persons/" + both).at("/posts").size()).isOne();

        var earlier = Objects.requireNonNull(hired.get("earlier"));
        var inside = Objects.requireNonNull(hired.get("inside"));
        for (var key : List.of("property-manager", "quality-director")) {
            var firm = key.equals("property-manager") ? "firm-" + area : "c-" + area;
            held(key, 0, firm, earlier);
            held(key, 2, "c-" + area, inside);
        }
        var clashing = new HashSet<UUID>();
        for (var person : get(admin, "/staffing/cross?limit=500").at("/people")) {
            if (!person.at("/conflicts").isEmpty()) {
                clashing.add(UUID.fromString(person.at("/person").asString()));
            }
        }
        assertThat(clashing)
                .as("what was there before is listed, in two bodies and within one")
                .containsExactlyInAnyOrder(earlier, inside);
    }

    /// As it stood before anybody asked whether it may.
    private void held(String key, int street, String organisation, UUID person) {
        posts.save(
                region(),
                List.of(
                        new PostEdits.Entry(
                                key,
                                key + "-" + street,
                                organisation,
                                town().at(Level.STREET, street),
                                List.of(new PostEdits.Holder(person, "早先")))),
                Ground.SINCE);
    }

    private String seat(String post, TerritoryCode area, UUID person) {
        return """
        {"items":[{"key":"%s","name":"%s","organisation":"c-%s","area":"%s",
                   "holders":[{"person":"%s","name":"兼任"}]}],"from":"2026-01-01"}
        """
                .formatted(post, post + "-1", area, town().at(Level.STREET, 1), person);
    }

    /// A member of a committee.
    private record Seat(String kind, UUID team, UUID person, TerritoryCode area) {}

    /// So many committees with so many members in all, each sent by another unit.
    private List<Seat> committees(String kind, Level level, int number, int members) {
        var grants = new LinkedHashMap<String, NewGrant>();
        for (int i = 0; i < members; i++) {
            grants.put(kind + "-" + i, NewGrant.of("grid-worker", town().at(level, i % number)));
        }
        var accounts = people.hired(region(), grants);
        var entries = new ArrayList<TeamEdits.Entry>();
        for (int n = 0; n < number; n++) {
            var there = new ArrayList<TeamEdits.Person>();
            for (int i = n; i < members; i += number) {
                there.add(
                        new TeamEdits.Person(
                                Objects.requireNonNull(accounts.get(kind + "-" + i)),
                                "兼职委员" + i,
                                List.of(),
                                false,
                                Optional.of("housing")));
            }
            entries.add(
                    new TeamEdits.Entry(
                            kind,
                            kind + n,
                            Settling.CENTRE,
                            town().at(level, n),
                            Optional.empty(),
                            false,
                            there));
        }
        var ids = teams.save(region(), entries, Ground.SINCE).ids();
        var seats = new ArrayList<Seat>();
        for (int n = 0; n < number; n++) {
            for (var person : entries.get(n).members()) {
                seats.add(new Seat(kind, ids.get(n), person.person(), entries.get(n).area()));
            }
        }
        return seats;
    }

    /// A task given to a member of a committee by the desk, and done.
    private void settled(Seat seat) {
        var body =
                """
                {"kind":"%s","area":"%s","person":"%s","words":"协调一件居民事项"}
                """
                        .formatted(
                                seat.kind().replace("-committee", "-member-matter"),
                                seat.area(),
                                seat.person());
        var given = post(town().desk(town().county()), "/tasks", Optional.empty(), body);
        assertThat(given).hasStatus(201);
        assertThat(body(given).at("/team").asString()).isEqualTo(seat.team().toString());
        tasks.finished(town().cast(), UUID.fromString(body(given).at("/id").asString()), 1);
    }
}
