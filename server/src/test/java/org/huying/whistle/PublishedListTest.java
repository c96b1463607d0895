package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.TeamEdits;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.WhistleRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/// Whistles under a shipped playbook with its own list and its own teams.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, WhistleTown.Config.class})
class PublishedListTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired WhistleTown town;
    @Autowired Playbooks playbooks;
    @Autowired OrgEdits organisations;
    @Autowired TeamEdits teams;
    @Autowired MovableClock clock;

    private final WhistleCalls calls;

    PublishedListTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        calls = new WhistleCalls(http, json);
    }

    @BeforeEach
    void everybodyIsThere() {
        town.ready();
        var bodies =
                Stream.concat(
                                rules().items().values().stream()
                                        .flatMap(it ->
                                                Stream.concat(
                                                        it.lead().stream(), it.assist().stream())),
                                Stream.of("squad-office"))
                        .distinct()
                        .map(key ->
                                new OrgEdits.Entry(
                                        key,
                                        key,
                                        OrganisationKind.DEPARTMENT,
                                        Optional.of("centre"),
                                        Optional.of(Town.COUNTY)))
                        .toList();
        organisations.save(Town.REGION, bodies, LONG_AGO);
    }

    @Test
    void everyItemOfTheListLeadsToUnitsThatMustCome() {
        var street = town.desk("street-desk", town.street);
        assertThat(rules().items()).hasSize(302);
        assertThat(rules().classes()).hasSize(6);
        var without = new ArrayList<String>();
        for (var item : rules().items().keySet()) {
            var path =
                    "/suggestion?rung=street-to-department&area=%s&item=%s"
                            .formatted(town.street, item);
            if (calls.body(calls.get(street, path)).isEmpty()) {
                without.add(item);
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void anItemOfTheListGoesFromTheCallToTheEvaluation() {
        var street = town.desk("street-desk", town.street);
        var item =
                rules().items().values().stream()
                        .filter(it -> it.lead().isPresent() && !it.assist().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var blown = blow(street, ",\"item\":\"%s\"".formatted(item.key()));
        var id = blown.id();
        for (var unit : blown.units()) {
            calls.checkIn(member(unit), id, unit);
        }
        var lead = blown.units().getFirst();
        calls.step(member(lead), id, part(lead, "record"), "{\"text\":\"联合处置\"}");
        for (var unit : blown.units()) {
            calls.step(member(unit), id, part(unit, "sign"), "{\"revision\":1}");
        }
        calls.step(member(lead), id, part(lead, "submit"), "{\"outcome\":\"办结\"}");
        assertThat(calls.tryStep(member(lead), id, "close", "{}")).hasStatus(409);
        var each =
                blown.units().stream()
                        .map(it ->
                                "{\"unit\":\"%s\",\"response\":5,\"quality\":5,\"solved\":true}"
                                        .formatted(it))
                        .toList();
        calls.step(street, id, "evaluate", "{\"units\":[" + String.join(",", each) + "]}");
        var closed = calls.step(street, id, "close", "{}");
        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/item/name").asString()).isEqualTo(item.name().zh());
    }

    @Test
    void aTeamIsCalledThroughTheBodyThatLeadsIt() {
        var street = town.desk("street-desk", town.street);
        var kind = playbook().teams().stream().filter(it -> it.roster()).findFirst().orElseThrow();
        var person = new UUID(4, 4);
        var role = kind.roles().keySet().iterator().next();
        teams.save(
                Town.REGION,
                List.of(
                        new TeamEdits.Entry(
                                kind.key(),
                                "综合执法队",
                                "squad-office",
                                town.street,
                                Optional.empty(),
                                false,
                                List.of(
                                        new TeamEdits.Person(
                                                person,
                                                "赵队长",
                                                List.of(role),
                                                true,
                                                Optional.empty())))),
                LONG_AGO);
        var blown = blow(street, ",\"reason\":\"清单里没有\",\"teams\":[\"%s\"]".formatted(kind.key()));
        var shown = calls.show(street, blown.id()).at("/summoned/0");
        assertThat(shown.at("/name").asString()).isEqualTo("squad-office");
        assertThat(shown.at("/lead").asBoolean()).isTrue();
        assertThat(shown.at("/team").asString()).isEqualTo(kind.key());
        assertThat(shown.at("/onDuty").asString()).isEqualTo(person.toString());
        assertThat(
                        calls.tryBlow(
                                street,
                                "street-to-department",
                                town.street.value(),
                                ",\"reason\":\"x\",\"teams\":[\"no-such-team\"]",
                                "k"))
                .hasStatus(422);
    }

    private record Blown(String id, List<UUID> units) {}

    private Blown blow(String token, String more) {
        var body = calls.blow(token, "street-to-department", town.street.value(), more);
        return new Blown(
                body.at("/id").asString(),
                body.at("/summoned")
                        .valueStream()
                        .map(it -> UUID.fromString(it.at("/unit").asString()))
                        .toList());
    }

    private String member(UUID unit) {
        return town.token("m." + unit, NewGrant.of("unit-handler", Town.COUNTY, unit));
    }

    private Playbook playbook() {
        return playbooks.current(Town.REGION, clock.instant());
    }

    private WhistleRules rules() {
        return playbook().whistle();
    }
}
