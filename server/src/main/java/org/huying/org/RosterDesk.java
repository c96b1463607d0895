package org.huying.org;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Snapshots;
import org.huying.org.store.Turns;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// Finds teams in the map of the region and who is on duty in the roster.
@Component
class RosterDesk implements Rosters {
    private final Snapshots<OrgMap> maps;
    private final Turns turns;

    RosterDesk(Snapshots<OrgMap> maps, Turns turns) {
        this.maps = maps;
        this.turns = turns;
    }

    @Override
    public List<OnDuty> onDuty(String region, UUID team, Instant at) {
        return turns.at(region, team, at).stream()
                .map(turn ->
                        new OnDuty(
                                turn.team(),
                                turn.person(),
                                turn.name(),
                                turn.shift(),
                                turn.from(),
                                turn.until()))
                .toList();
    }

    @Override
    public Optional<Responsible> responsible(String teamKey, TerritoryCode place, Instant at) {
        var map = maps.of(place.region());
        var day = TerritoryDay.of(at);
        return map.teams().nearest(teamKey, place, day).stream()
                .findFirst()
                .flatMap(team ->
                        map.book()
                                .body(team.unit(), day)
                                .map(body -> answer(place, team, body, at)));
    }

    private Responsible answer(
            TerritoryCode place, TeamBook.Team team, DutyBook.Body body, Instant at) {
        var turn = onDuty(place.region(), team.id(), at).stream().findFirst();
        if (turn.isPresent()) {
            return new Responsible(
                    body.id(),
                    body.name(),
                    Optional.of(turn.get().person()),
                    "roster",
                    "“%s”当班人员（%s）负责".formatted(team.name(), turn.get().shift()));
        }
        var lead = team.lead(TerritoryDay.of(at));
        return new Responsible(
                body.id(),
                body.name(),
                lead,
                lead.isPresent() ? "team-lead" : "team",
                lead.isPresent()
                        ? "“%s”此刻无人当班，由负责人负责".formatted(team.name())
                        : "“%s”此刻无人当班，由牵头单位负责".formatted(team.name()));
    }
}
