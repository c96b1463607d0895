package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.NewGrant;
import org.huying.org.edit.TeamEdits;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// As many squads and people as published are called out in one act, answer, report in, and have their tasks.
class TengzhouMusterTest extends MethodsTest {

    @Autowired TeamEdits teams;
    @Autowired People people;

    TengzhouMusterTest() {
        super("tengzhou", "370481", TengzhouMethodsTest.PART);
    }

    @Test
    void everySquadIsCalledOutInOneActAnswersAndHasItsTask() {
        int squads = expected.figure("surge-squad");
        int members = expected.figure("surge-members");
        var squadsOf = squads(squads, members);
        var desk = town().desk(town().county());
        var body =
                """
                {"team":"surge-squad","area":"%s","place":"各自网格驿站","words":"防汛，请到网格报到","task":"squad-duty","within":"30 min"}
                """
                        .formatted(region());
        var made = post(desk, "/musters", Optional.empty(), body);
        assertThat(made).hasStatus(201);
        var muster = body(made);
        assertThat(muster.at("/counts/called").asInt()).isEqualTo(members);
        assertThat(muster.at("/teams").size()).isEqualTo(squads);
        assertThat(muster.at("/tasks").asInt()).isEqualTo(squads);
        var path = "/musters/" + muster.at("/id").asString();

        var first = squadsOf.getFirst();
        var lead = town().account(first.getFirst());
        assertThat(answered(lead, path, "COMING", Optional.empty())).isEqualTo("COMING");
        assertThat(answered(lead, path, "ARRIVED", Optional.of(first.get(1)))).isEqualTo("ARRIVED");
        var other = town().account(squadsOf.get(1).get(1));
        assertThat(post(other, path + "/answer", Optional.empty(), answer("COMING", first.get(2))))
                .as("a member answers for nobody but himself")
                .hasStatus(403);
        assertThat(get(other, path + "/calls").at("/calls").size()).isOne();
        assertThat(get(lead, path + "/calls").at("/calls").size()).isEqualTo(first.size());
        for (var squad : squadsOf) {
            for (var person : squad) {
                post(desk, path + "/answer", Optional.empty(), answer("ARRIVED", person));
            }
        }
        assertThat(get(desk, path).at("/counts/arrived").asInt()).isEqualTo(members);
        assertThat(get(desk, path).at("/overdue").asBoolean()).isFalse();
        assertThat(stored("muster.answer", "answer = 'ARRIVED'")).isEqualTo(members);

        var over = post(desk, path + "/end", Optional.of(1), "{\"words\":\"水退了\"}");
        assertThat(over).hasStatusOk();
        assertThat(post(lead, path + "/answer", Optional.empty(), answer("UNABLE", first.get(1))))
                .hasStatus(409);
        assertThat(stored("task.task", "kind = 'squad-duty' AND state = 'ENDED'"))
                .isEqualTo(squads);
        consumers.drain();
        assertThat(stored("notice.notice", "template = 'muster-called'")).isEqualTo(members);
    }

    private String answered(Caller by, String path, String answer, Optional<UUID> whom) {
        var result =
                post(
                        by,
                        path + "/answer",
                        Optional.empty(),
                        whom.map(it -> answer(answer, it))
                                .orElseGet(() -> "{\"answer\":\"" + answer + "\"}"));
        assertThat(result).hasStatusOk();
        JsonNode body = body(result);
        return body.at("/answer").asString();
    }

    private static String answer(String answer, UUID person) {
        return "{\"answer\":\"%s\",\"person\":\"%s\"}".formatted(answer, person);
    }

    /// The squads in the grids of the place, the lead of each first.
    private List<List<UUID>> squads(int squads, int members) {
        var grants = new LinkedHashMap<String, NewGrant>();
        for (int i = 0; i < members; i++) {
            grants.put("squad-" + i, NewGrant.of("grid-worker", grid(i % squads)));
        }
        var accounts = people.hired(region(), grants);
        var made = new ArrayList<List<UUID>>();
        var entries = new ArrayList<TeamEdits.Entry>();
        for (int squad = 0; squad < squads; squad++) {
            var there = new ArrayList<TeamEdits.Person>();
            for (int i = squad; i < members; i += squads) {
                var id = Objects.requireNonNull(accounts.get("squad-" + i));
                there.add(
                        new TeamEdits.Person(
                                id, "队员" + i, List.of(), there.isEmpty(), Optional.empty()));
            }
            made.add(there.stream().map(TeamEdits.Person::person).toList());
            entries.add(
                    new TeamEdits.Entry(
                            "surge-squad",
                            "突击队" + squad,
                            Settling.CENTRE,
                            grid(squad),
                            Optional.empty(),
                            false,
                            there));
        }
        teams.save(region(), entries, Ground.SINCE);
        return made;
    }

    private TerritoryCode grid(int n) {
        return town().at(Level.GRID, n);
    }

    private int stored(String table, String condition) {
        return jdbc.sql(
                        "SELECT count(*) FROM %s WHERE region = :region AND %s"
                                .formatted(table, condition))
                .param("region", region())
                .query(Integer.class)
                .single();
    }
}
