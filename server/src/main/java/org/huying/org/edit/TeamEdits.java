package org.huying.org.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.org.OrgNews;
import org.huying.org.store.Bodies;
import org.huying.org.store.Members;
import org.huying.org.store.Rows;
import org.huying.org.store.Rows.Member;
import org.huying.org.store.Rows.Span;
import org.huying.org.store.Rows.Team;
import org.huying.org.store.Teams;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Founds and ends teams, and says who belongs to them, in which roles and sent by whom. One person may be in several
/// teams and have several roles in each.
@Service
public class TeamEdits {
    private final Bodies bodies;
    private final Teams teams;
    private final Members members;
    private final OrgNews news;

    TeamEdits(Bodies bodies, Teams teams, Members members, OrgNews news) {
        this.bodies = bodies;
        this.teams = teams;
        this.members = members;
        this.news = news;
    }

    /// Somebody in a team.
    ///
    /// @param home the key of the unit that sends the person, where it is another than the one that leads the team
    public record Person(
            UUID person, String name, List<String> roles, boolean lead, Optional<String> home) {}

    /// A team by its playbook key, area and name, led by an organisation (its key), with those who belong to it.
    public record Entry(
            String key,
            String name,
            String organisation,
            TerritoryCode area,
            Optional<String> contact,
            boolean onBoard,
            List<Person> members) {}

    public record Outcome(int added, int members, List<UUID> ids) {}

    private record Identity(String key, TerritoryCode area, String name) {}

    private record Seat(UUID team, UUID person) {}

    /// Adds the teams and members that are not there yet, and changes members whose roles or home differ. Whoever is not
    /// named stays. Running it twice changes nothing.
    @Transactional
    public Outcome save(String region, List<Entry> entries, LocalDate from) {
        var units = units(region);
        var known = new HashMap<Identity, UUID>();
        teams.ofRegion(region).stream()
                .filter(team -> team.span().to().isEmpty())
                .forEach(team ->
                        known.put(new Identity(team.key(), team.area(), team.name()), team.id()));
        var added = new ArrayList<Team>();
        var ids = new ArrayList<UUID>();
        var wanted = new HashMap<Seat, Member>();
        for (var entry : entries) {
            var identity = new Identity(entry.key(), entry.area(), entry.name());
            var id = known.get(identity);
            if (id == null) {
                id = Ids.next();
                known.put(identity, id);
                added.add(team(id, entry, unit(units, entry.organisation()), from));
            }
            ids.add(id);
            for (var person : entry.members()) {
                wanted.put(new Seat(id, person.person()), member(id, person, units, from));
            }
        }
        if (!added.isEmpty()) {
            teams.add(region, added);
        }
        int changed = seat(region, wanted, from);
        if (changed > 0 || !added.isEmpty()) {
            news.changed(region, ids.getFirst(), "teams");
        }
        return new Outcome(added.size(), changed, ids);
    }

    /// Takes a person in, or changes what an old member does, at the version the caller saw.
    @Transactional
    public void join(String region, UUID team, long version, Person person, LocalDate from) {
        touch(region, team, version);
        var wanted = member(team, person, units(region), from);
        seat(region, Map.of(new Seat(team, person.person()), wanted), from);
        news.changed(region, team, "teams");
    }

    @Transactional
    public void leave(String region, UUID team, long version, UUID person, LocalDate day) {
        touch(region, team, version);
        var leaving =
                members.of(region, List.of(team), day).stream()
                        .filter(one -> one.person().equals(person) && one.span().to().isEmpty())
                        .map(Member::id)
                        .toList();
        if (leaving.isEmpty()) {
            throw Problem.NOT_FOUND.with("此人不在该队伍", "This person is not in the team");
        }
        members.end(region, leaving, day);
        news.changed(region, team, "teams");
    }

    /// Ends a team and the memberships in it.
    @Transactional
    public void end(String region, UUID team, long version, LocalDate day) {
        touch(region, team, version);
        if (teams.end(region, team, day) == 0) {
            throw Problem.REFUSED.with("该日期早于队伍成立之日", "The day lies before the team began");
        }
        news.changed(region, team, "teams");
    }

    private void touch(String region, UUID team, long version) {
        if (teams.touch(region, team, version) == 0) {
            throw Problem.STALE.plain();
        }
    }

    private int seat(String region, Map<Seat, Member> wanted, LocalDate from) {
        var ended = new ArrayList<UUID>();
        var added = new HashMap<>(wanted);
        for (var open : members.open(region)) {
            var seat = new Seat(open.team(), open.person());
            var next = wanted.get(seat);
            if (next != null && same(open, next)) {
                added.remove(seat);
            } else if (next != null) {
                ended.add(open.id());
            }
        }
        if (!ended.isEmpty()) {
            members.end(region, ended, from);
        }
        if (!added.isEmpty()) {
            members.add(region, List.copyOf(added.values()));
        }
        return added.size();
    }

    private static boolean same(Member one, Member other) {
        return one.name().equals(other.name())
                && one.roles().equals(other.roles())
                && one.lead() == other.lead()
                && one.home().equals(other.home());
    }

    private Map<String, UUID> units(String region) {
        return bodies.ofRegion(region).stream()
                .filter(body -> body.span().to().isEmpty())
                .collect(Collectors.toMap(Rows.Body::key, Rows.Body::id));
    }

    private static UUID unit(Map<String, UUID> units, String key) {
        return Optional.ofNullable(units.get(key))
                .orElseThrow(() ->
                        Problem.REFUSED.with(
                                "机构 " + key + " 不存在或已撤销", "There is no organisation " + key));
    }

    private static Team team(UUID id, Entry entry, UUID unit, LocalDate from) {
        return new Team(
                id,
                entry.key(),
                entry.name(),
                unit,
                entry.area(),
                entry.contact(),
                entry.onBoard(),
                new Span(from, Optional.empty()),
                1);
    }

    private static Member member(
            UUID team, Person person, Map<String, UUID> units, LocalDate from) {
        return new Member(
                Ids.next(),
                team,
                person.person(),
                person.name(),
                List.copyOf(person.roles()),
                person.lead(),
                person.home().map(key -> unit(units, key)),
                new Span(from, Optional.empty()));
    }
}
