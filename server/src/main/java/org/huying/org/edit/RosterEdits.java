package org.huying.org.edit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.org.OrgNews;
import org.huying.org.store.Members;
import org.huying.org.store.Rows.Turn;
import org.huying.org.store.Teams;
import org.huying.org.store.Turns;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Plans who of a team is on duty, day by day. A day that is over stays as it was.
@Service
public class RosterEdits {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Teams teams;
    private final Members members;
    private final Turns turns;
    private final OrgNews news;
    private final Clock clock;

    RosterEdits(Teams teams, Members members, Turns turns, OrgNews news, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.turns = turns;
        this.news = news;
        this.clock = clock;
    }

    /// A shift in local time; one that ends no later than it begins ends the next day.
    public record Shift(String name, LocalTime from, LocalTime to, List<UUID> persons) {}

    /// Puts these shifts in the place of whatever was planned for the day. Refuses people who are not in the team.
    @Transactional
    public void plan(String region, UUID team, long version, LocalDate day, List<Shift> shifts) {
        if (day.isBefore(TerritoryDay.of(clock.instant()))) {
            throw Problem.REFUSED.with("已过去的日期不能再排班", "A day that is over is not planned again");
        }
        if (teams.touch(region, team, version) == 0) {
            throw Problem.STALE.plain();
        }
        var names = new HashMap<UUID, String>();
        members.of(region, List.of(team), day)
                .forEach(member -> names.put(member.person(), member.name()));
        turns.plan(region, team, day, turns(team, day, shifts, names));
        news.changed(region, team, "rosters");
    }

    private static List<Turn> turns(
            UUID team, LocalDate day, List<Shift> shifts, Map<UUID, String> names) {
        var planned = new ArrayList<Turn>();
        var seen = new HashSet<String>();
        for (var shift : shifts) {
            var from = day.atTime(shift.from()).atZone(CHINA).toInstant();
            var last = shift.to().isAfter(shift.from()) ? day : day.plusDays(1);
            var until = last.atTime(shift.to()).atZone(CHINA).toInstant();
            for (var person : shift.persons()) {
                var name = names.get(person);
                if (name == null) {
                    throw Problem.REFUSED.with(
                            "排班人员当日不在该队伍", "Somebody in the roster is not in the team that day");
                }
                if (seen.add(shift.name() + "/" + person)) {
                    planned.add(
                            new Turn(
                                    Ids.next(),
                                    team,
                                    day,
                                    shift.name(),
                                    person,
                                    name,
                                    from,
                                    until));
                }
            }
        }
        return planned;
    }
}
