package org.huying.org.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.Rosters;
import org.huying.org.staffing.Seat;
import org.huying.org.staffing.Staffing;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.playbook.TeamKind;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// Teams, rosters and staffing from outside.
final class TeamViews {
    private TeamViews() {}

    /// @param termEnds when the seat falls vacant, where the playbook says how long it is held
    record MemberView(
            UUID person,
            String name,
            List<String> roles,
            boolean lead,
            @Nullable UUID home,
            LocalDate validFrom,
            @Nullable LocalDate termEnds) {

        static MemberView of(Rows.Member member, Optional<Integer> years) {
            return new MemberView(
                    member.person(),
                    member.name(),
                    member.roles(),
                    member.lead(),
                    member.home().orElse(null),
                    member.span().from(),
                    years.map(member.span().from()::plusYears).orElse(null));
        }
    }

    /// @param seats how many members it should have, where the playbook says so
    record TeamView(
            UUID id,
            String key,
            String name,
            UUID organisation,
            TerritoryCode area,
            @Nullable String contact,
            boolean onBoard,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version,
            @Nullable Integer seats,
            List<MemberView> members) {

        static TeamView of(Rows.Team team, List<Rows.Member> members, Optional<TeamKind> kind) {
            var years = kind.flatMap(it -> it.mandate().years());
            return new TeamView(
                    team.id(),
                    team.key(),
                    team.name(),
                    team.organisation(),
                    team.area(),
                    team.contact().orElse(null),
                    team.onBoard(),
                    team.span().from(),
                    team.span().to().orElse(null),
                    team.version(),
                    kind.flatMap(TeamKind::quota).orElse(null),
                    members.stream().map(it -> MemberView.of(it, years)).toList());
        }
    }

    record TeamsView(List<TeamView> items, @Nullable UUID next) {}

    record TeamsSavedView(int added, int members, List<UUID> ids) {}

    record TurnView(
            LocalDate day, String shift, UUID person, String name, Instant from, Instant until) {

        static TurnView of(Rows.Turn turn) {
            return new TurnView(
                    turn.day(),
                    turn.shift(),
                    turn.person(),
                    turn.name(),
                    turn.from(),
                    turn.until());
        }
    }

    record RosterView(List<TurnView> turns) {}

    record OnDutyView(List<Rosters.OnDuty> persons) {}

    /// A post on one place that has fewer holders than its quota.
    record VacancyView(
            String post, TerritoryCode area, String areaName, int quota, int held, int vacant) {

        static VacancyView of(Seat seat) {
            return new VacancyView(
                    seat.post(),
                    seat.area(),
                    seat.areaName(),
                    seat.quota(),
                    seat.held(),
                    seat.vacant());
        }
    }

    record VacanciesView(List<VacancyView> items, @Nullable String next) {}

    record StaffingView(List<Staffing.Total> posts, List<Teams.Count> teams) {}

    record PersonPostView(String key, String name, TerritoryCode area) {}

    record PersonTeamView(UUID id, String key, String name, TerritoryCode area) {}

    record PersonView(List<PersonPostView> posts, List<PersonTeamView> teams) {}
}
