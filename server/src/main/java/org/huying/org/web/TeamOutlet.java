package org.huying.org.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.org.Organisations;
import org.huying.org.store.Members;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.sheet.Words;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// The teams within an area with their present members, as a file.
@Component
class TeamOutlet implements Outlet {

    private static final int PAGE = 500;
    private static final String CODE = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";

    private final Teams teams;
    private final Members members;
    private final Organisations organisations;
    private final Territory territory;
    private final Clock clock;

    TeamOutlet(
            Teams teams,
            Members members,
            Organisations organisations,
            Territory territory,
            Clock clock) {
        this.teams = teams;
        this.members = members;
        this.organisations = organisations;
        this.territory = territory;
        this.clock = clock;
    }

    /// A team with its body and its members.
    record Staffed(Rows.Team team, String unit, List<Rows.Member> members) {}

    @Override
    public String kind() {
        return "teams";
    }

    @Override
    public Words name() {
        return new Words("队伍", "Teams");
    }

    @Override
    public String permission() {
        return Scope.READ_TEAMS;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(new Filter("area", new Words("区划代码", "Code of the area"), CODE));
    }

    @Override
    public Lines<Staffed> open(Asked asked) {
        var area = asked.value("area").map(TerritoryCode::of).orElse(null);
        var within = Scope.within(asked.caller(), Scope.READ_TEAMS, asked.region(), area);
        var lines =
                new Paged<Staffed, UUID>(after -> {
                    var found = teams.page(within, Optional.empty(), after, PAGE);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().id());
                    return new Paged.Page<>(staffed(asked.region(), found), next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(language.pick("队伍", "Teams"), "teams", columns(language)), lines);
    }

    private List<Staffed> staffed(String region, List<Rows.Team> found) {
        var day = TerritoryDay.of(clock.instant());
        var ids = found.stream().map(Rows.Team::id).toList();
        Map<UUID, List<Rows.Member>> byTeam =
                members.of(region, ids, day).stream()
                        .collect(Collectors.groupingBy(Rows.Member::team));
        var units =
                organisations.names(
                        region, found.stream().map(Rows.Team::organisation).distinct().toList());
        return found.stream()
                .map(it ->
                        new Staffed(
                                it,
                                units.getOrDefault(it.organisation(), ""),
                                byTeam.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private List<Column<Staffed>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("队伍", "Team"), 30, it -> it.team().name()),
                new Column<>(language.pick("代号", "Key"), 20, it -> it.team().key()),
                new Column<>(language.pick("地方", "Place"), 34, it -> place(it.team().area())),
                new Column<>(language.pick("机构", "Body"), 30, Staffed::unit),
                new Column<>(language.pick("人数", "Members"), 8, it -> "" + it.members().size()),
                new Column<>(
                        language.pick("带队", "Led by"),
                        20,
                        it ->
                                names(
                                        it.members().stream().filter(Rows.Member::lead).toList(),
                                        language)),
                new Column<>(
                        language.pick("队员", "People"), 44, it -> names(it.members(), language)),
                new Column<>(
                        language.pick("工作电话", "Phone at work"),
                        16,
                        it -> it.team().contact().orElse("")),
                new Column<>(
                        language.pick("从哪天起", "Since"),
                        12,
                        it -> it.team().span().from().toString()));
    }

    private static String names(List<Rows.Member> members, Language language) {
        return members.stream()
                .map(Rows.Member::name)
                .collect(Collectors.joining(language.pick("、", ", ")));
    }

    private String place(TerritoryCode code) {
        return territory.path(code, clock.instant()).stream()
                .map(Node::name)
                .collect(Collectors.joining());
    }
}
