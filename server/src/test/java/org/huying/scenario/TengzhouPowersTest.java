package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// A street uses every item of its list and every department answers; in a surge the posts and squads have tasks of their
/// own until it is over; what streets were relieved of is not asked of them any more.
class TengzhouPowersTest extends MethodsTest {

    TengzhouPowersTest() {
        super("tengzhou", "370481", TengzhouMethodsTest.PART);
    }

    @Test
    void aStreetUsesEveryItemOfItsListAndEachIsAnswered() {
        var street = town().at(Level.STREET, 0);
        var desk = town().desk(street);
        for (var item : get(desk, "/powers?area=" + street).at("/items")) {
            var body =
                    """
                    {"item":"%s","area":"%s","title":"街道行权","text":"请按清单办理"}
                    """
                            .formatted(item.at("/key").asString(), street);
            var used = post(desk, "/powers/exercises", Optional.empty(), body);
            assertThat(used).hasStatus(201);
            var id = body(used).at("/id").asString();
            var department = UUID.fromString(body(used).at("/department").asString());
            var answer = "/powers/exercises/" + id + "/answer";
            assertThat(
                            post(
                                    town().handler(department),
                                    answer,
                                    Optional.of(1),
                                    "{\"text\":\"已办理\"}"))
                    .hasStatusOk();
        }
        assertThat(answered("item")).isEqualTo(expected.figure("duty-items"));
        assertThat(answered("item_class")).isEqualTo(expected.figure("duty-classes"));
    }

    @Test
    void aSurgeGivesEachPostItsTaskAndEndsThemAll() {
        var street = town().at(Level.STREET, 1);
        var desk = town().desk(street);
        var on =
                post(
                        desk,
                        "/modes",
                        Optional.empty(),
                        "{\"area\":\"%s\",\"mode\":\"surge\",\"reason\":\"演练\"}".formatted(street));
        assertThat(on).hasStatus(201);
        consumers.drain();
        assertThat(given(street, "OPEN")).isEqualTo(expectedTasks(street));
        var spell = body(on);
        var off = "/modes/" + spell.at("/id").asString() + "/off";
        var version = Optional.of(spell.at("/version").asInt());
        assertThat(post(desk, off, version, "{\"reason\":\"平时\"}")).hasStatus(204);
        consumers.drain();
        assertThat(given(street, "OPEN")).isZero();
        assertThat(given(street, "ENDED")).isEqualTo(expectedTasks(street));
    }

    @Test
    void streetsReportOnPartyWorkAndGovernanceAndNoLongerOnInvestment() {
        tasks.round();
        assertThat(tasks.newest(region(), "party-work")).hasSize(town().all(Level.STREET).size());
        assertThat(tasks.newest(region(), "governance")).hasSize(town().all(Level.STREET).size());
        assertThat(tasks.open(region(), "investment")).isEmpty();
    }

    /// One test for each community's desk, one collection for each grid's worker, and vaccinations for the squads where they
    /// have been founded.
    private int expectedTasks(TerritoryCode street) {
        return within(street, Level.COMMUNITY) + within(street, Level.GRID) + squads(street);
    }

    private int within(TerritoryCode street, Level level) {
        return (int) town().all(level).stream().filter(it -> it.within(street)).count();
    }

    private int squads(TerritoryCode street) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM org.team
                         WHERE region = :region AND key = 'surge-squad' AND area LIKE :street
                        """)
                .param("region", region())
                .param("street", street + "%")
                .query(Integer.class)
                .single();
    }

    private int given(TerritoryCode street, String state) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM task.task
                         WHERE region = :region AND mode = 'surge' AND state = :state AND area LIKE :street
                        """)
                .param("region", region())
                .param("state", state)
                .param("street", street + "%")
                .query(Integer.class)
                .single();
    }

    private int answered(String column) {
        return jdbc.sql(
                        "SELECT count(DISTINCT %s) FROM power.exercise WHERE region = :region AND state = 'ANSWERED'"
                                .formatted(column))
                .param("region", region())
                .query(Integer.class)
                .single();
    }
}
