package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huying.org.edit.TeamEdits;
import org.huying.playbook.WhistleRules.Entry;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Three levels of whistles, the whole published list, and joint enforcement by the team of a street.
class TengzhouWhistlesTest extends MethodsTest {

    private static final String NO_ITEM = ",\"reason\":\"清单里没有\"";

    @Autowired TeamEdits teams;

    TengzhouWhistlesTest() {
        super("tengzhou", "370481", TengzhouMethodsTest.PART);
    }

    @Test
    void gridsCallCommunitiesCommunitiesCallTownsTownsCallDepartments() {
        var grid = town().at(Level.GRID, 0);
        var community = grid.at(Level.COMMUNITY);
        var street = grid.at(Level.STREET);
        var first =
                Whistling.blown(
                        this,
                        town().holder("grid-chief", grid),
                        "grid-to-community",
                        grid,
                        NO_ITEM);
        assertThat(first.units()).containsExactly(town().committee(grid));
        first.answered().evaluated().closed();
        var second =
                Whistling.blown(
                        this, town().desk(community), "community-to-street", community, NO_ITEM);
        assertThat(second.units()).containsExactly(town().office(grid));
        second.answered().evaluated().closed();
        var item = ",\"item\":\"%s\"".formatted(items().getFirst());
        var third =
                Whistling.blown(this, town().desk(street), "street-to-department", street, item);
        third.answered();
        assertThat(third.attempt(town().worker(third.units().getFirst()), "close", "{}"))
                .as("not before the caller has judged those who came")
                .hasStatus(409);
        for (var other : List.of(town().desk(town().county()), town().desk(community))) {
            assertThat(
                            third.attempt(other, "evaluate", third.evaluation())
                                    .getResponse()
                                    .getStatus())
                    .as("only the caller judges")
                    .isIn(403, 404);
        }
        third.evaluated().closed();
        assertThat(rungs("state = 'CLOSED'")).isEqualTo(expected.figure("whistle-levels"));
    }

    @Test
    void everyItemOfTheListIsCalledAndLeadsToUnitsThatMustCome() {
        var street = town().at(Level.STREET, 1);
        var classes = town().playbook().whistle().classes();
        for (var item : items()) {
            var blown =
                    Whistling.blown(
                            this,
                            town().desk(street),
                            "street-to-department",
                            street,
                            ",\"item\":\"%s\"%s".formatted(item, lead(item, street)));
            assertThat(blown.units()).isNotEmpty();
        }
        var called =
                jdbc.sql(
                                "SELECT DISTINCT item FROM whistle.whistle WHERE region = :region AND item <> ''")
                        .param("region", region())
                        .query(String.class)
                        .list();
        assertThat(called).hasSize(expected.figure("whistle-items"));
        assertThat(called.stream().map(it -> entry(it).itemClass()).distinct())
                .hasSize(expected.figure("whistle-classes"))
                .hasSize(classes.size());
        var figures = get(town().desk(town().county()), "/whistles/figures?" + days());
        assertThat(figures.at("/callers/0/overuse").asBoolean())
                .as("so many are shown, and stop nobody")
                .isTrue();
    }

    @Test
    void theTeamOfAStreetComesWithTheOfficersOfElevenDepartments() {
        var street = town().at(Level.STREET, 2);
        var homes =
                town().playbook().units().keySet().stream()
                        .filter(it -> town().units().containsKey(it))
                        .limit(expected.figure("enforcement-departments"))
                        .toList();
        var officers =
                IntStream.range(0, expected.figure("enforcement-officers"))
                        .mapToObj(i ->
                                new TeamEdits.Person(
                                        new UUID(7, i),
                                        "执法员" + i,
                                        List.of(i == 0 ? "office" : "seconded"),
                                        i == 0,
                                        Optional.of(homes.get(i % homes.size()))))
                        .toList();
        teams.save(
                region(),
                List.of(
                        new TeamEdits.Entry(
                                "enforcement",
                                "综合执法队",
                                "st-" + street,
                                street,
                                Optional.empty(),
                                true,
                                officers)),
                Ground.SINCE);
        var community = community(street);
        var whistle =
                Whistling.blown(
                        this,
                        town().desk(community),
                        "community-to-street",
                        community,
                        ",\"reason\":\"联合执法\",\"teams\":[\"enforcement\"]");
        assertThat(whistle.shown().at("/summoned/0/team").asString()).isEqualTo("enforcement");
        assertThat(whistle.shown().at("/summoned/0/onDuty").asString())
                .isEqualTo(officers.getFirst().person().toString());
        whistle.answered().evaluated().closed();
        assertThat(sent("count(*)")).isEqualTo(expected.figure("enforcement-officers"));
        assertThat(sent("count(DISTINCT m.home)"))
                .isEqualTo(expected.figure("enforcement-departments"));
    }

    /// A firm or a committee is one of many, so the caller says which.
    private String lead(String item, TerritoryCode street) {
        var lead = entry(item).lead().orElseThrow();
        return switch (lead) {
            case "property" -> named(town().firm(community(street)));
            case "community-committee" -> named(town().committee(community(street)));
            default -> "";
        };
    }

    private static String named(UUID unit) {
        return ",\"lead\":\"%s\"".formatted(unit);
    }

    private Entry entry(String item) {
        return Objects.requireNonNull(town().playbook().whistle().items().get(item));
    }

    private List<String> items() {
        return List.copyOf(town().playbook().whistle().items().keySet());
    }

    private TerritoryCode community(TerritoryCode street) {
        return town().all(Level.COMMUNITY).stream()
                .filter(it -> it.within(street))
                .findFirst()
                .orElseThrow();
    }

    private long rungs(String condition) {
        return count(
                "SELECT count(DISTINCT rung) FROM whistle.whistle WHERE region = :region AND "
                        + condition);
    }

    private long sent(String what) {
        return count(
                "SELECT "
                        + what
                        + " FROM org.team t JOIN org.team_member m ON m.region = t.region AND m.team = t.id"
                        + " WHERE t.region = :region AND t.key = 'enforcement'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("region", region()).query(Long.class).single();
    }
}
