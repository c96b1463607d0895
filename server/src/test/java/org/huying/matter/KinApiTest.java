package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class KinApiTest extends LoopApiTest {

    @Autowired JdbcClient jdbc;
    @Autowired Consumers consumers;

    @Test
    void theWholeWaitsForItsParts() {
        var desk = api.desk("a");
        var id = api.inHand(api.resident("13900000401"), "lamps");
        var split =
                api.step(
                        desk,
                        id,
                        "split",
                        """
                        {"parts":[{"title":"换灯","text":"换灯泡"},{"title":"埋线","text":"线要埋"}],"words":"分两家做"}
                        """);
        assertThat(split.at("/beside/parts").asInt()).isEqualTo(2);
        var parts = parts(id);
        assertThat(parts).hasSize(2);
        var done = "{\"outcome\":\"都好了\",\"evidence\":%s}";
        assertThat(api.refused(desk, id, "handle", done.formatted(api.photos(desk))))
                .isEqualTo("CHILDREN_OPEN");
        for (var part : parts) {
            assertThat(api.beside(part).at("/parent").asString()).isEqualTo(id);
            api.step(desk, part, "withdraw", "{\"words\":\"一并做了\"}");
        }
        api.step(desk, id, "handle", done.formatted(api.photos(desk)));
    }

    @Test
    void aSplitThatLosesTheRaceLeavesNoParts() {
        var desk = api.desk("a");
        var id = api.inHand(api.resident("13900000402"), "lamps");
        assertThat(
                        api.attempt(
                                desk,
                                id,
                                "split",
                                "{\"parts\":[{\"title\":\"换灯\",\"text\":\"换灯泡\"}]}",
                                1))
                .hasStatus(412);
        assertThat(parts(id)).isEmpty();
    }

    @Test
    void repeatsKeepTheirOwnRepliesAndRatings() {
        var desk = api.desk("a");
        var first = api.resident("13900000403");
        var second = api.resident("13900000404");
        var master = api.inHand(first, "lamps");
        var child = api.reported(second);
        var merged = api.step(desk, child, "merge", into(master));
        assertThat(merged.at("/state").asString()).isEqualTo("MERGED");
        assertThat(merged.at("/beside/master").asString()).isEqualTo(master);
        assertThat(api.history(desk, master).findValuesAsString("act")).contains("absorb");
        assertThat(api.refused(second, child, "rate", "{\"answer\":\"satisfied\"}"))
                .isEqualTo("MASTER_OPEN");
        api.handled(desk, master);
        consumers.drain(); // what was done is the reply to those who asked the same
        api.checked(api.desk("b"), master);
        api.step(first, master, "rate", "{\"answer\":\"satisfied\"}");
        var rated = api.step(second, child, "rate", "{\"answer\":\"basically-satisfied\"}");
        assertThat(rated.at("/answer/key").asString()).isEqualTo("basically-satisfied");
        assertThat(api.show(desk, master).at("/answer/key").asString()).isEqualTo("satisfied");
        assertThat(api.refused(second, child, "rate", "{\"answer\":\"satisfied\"}"))
                .isEqualTo("RATED_BEFORE");
    }

    @Test
    void whoIsNotServedByTheOtherOneIsWorkedAlone() {
        var desk = api.desk("a");
        var second = api.resident("13900000405");
        var master = api.inHand(api.resident("13900000406"), "lamps");
        var child = api.reported(second);
        api.step(desk, child, "merge", into(master));
        api.handled(desk, master);
        consumers.drain(); // what was done is the reply to those who asked the same
        api.checked(api.desk("b"), master);
        var alone = api.step(second, child, "rate", "{\"answer\":\"dissatisfied\"}");
        assertThat(alone.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(alone.at("/beside/master").isNull()).isTrue();
    }

    @Test
    void aRevisitThatAMergedOneOwesIsMadeAndMayLeadToWorkOfItsOwn() {
        var revisit = "{\"reached\":true,\"solved\":%s,\"words\":\"去看了\"}";
        var desk = api.desk("b");
        var content = ratedWithin("13900000410", "13900000411");
        var owed = api.show(desk, content);
        assertThat(owed.at("/beside/revisit").asBoolean()).isTrue();
        assertThat(owed.at("/steps").findValuesAsString("act")).contains("revisit");
        var done = api.step(desk, content, "revisit", revisit.formatted(true));
        assertThat(done.at("/state").asString()).isEqualTo("MERGED");
        assertThat(done.at("/beside/revisit").asBoolean()).isFalse();
        assertThat(api.refused(desk, content, "revisit", revisit.formatted(true)))
                .isEqualTo("NOT_OWED");
        var alone = ratedWithin("13900000412", "13900000413");
        var worked = api.step(desk, alone, "revisit", revisit.formatted(false));
        assertThat(worked.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(worked.at("/beside/master").isNull()).isTrue();
    }

    /// Merged, and its requester says: solved, but I am not content.
    private String ratedWithin(String first, String second) {
        var desk = api.desk("a");
        var master = api.inHand(api.resident(first), "lamps");
        var child = api.reported(api.resident(second));
        api.step(desk, child, "merge", into(master));
        api.handled(desk, master);
        consumers.drain(); // what was done is the reply to those who asked the same
        api.checked(api.desk("b"), master);
        api.step(api.resident(second), child, "rate", "{\"answer\":\"solved-dissatisfied\"}");
        return child;
    }

    @Test
    void nothingIsMergedIntoItselfOrIntoWhatIsMergedOrOver() {
        var desk = api.desk("a");
        var resident = api.resident("13900000407");
        var master = api.inHand(resident, "lamps");
        var child = api.reported(resident);
        assertThat(api.refused(desk, child, "merge", into(child))).isEqualTo("MASTER_UNFIT");
        api.step(desk, child, "merge", into(master));
        assertThat(api.refused(desk, api.reported(resident), "merge", into(child)))
                .isEqualTo("MASTER_UNFIT");
        assertThat(api.refused(desk, master, "merge", into(api.reported(resident))))
                .isEqualTo("MASTER_UNFIT");
        assertThat(api.attempt(desk, master, "merge", into(UUID.randomUUID().toString())))
                .hasStatus(404);
        var apart = api.step(desk, child, "unmerge", "{\"note\":\"不是同一盏\"}");
        assertThat(apart.at("/state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void oneThatOthersWaitForDoesNotJustDisappear() {
        var desk = api.desk("a");
        var first = api.resident("13900000408");
        var master = api.reported(first);
        var child = api.reported(api.resident("13900000409"));
        api.step(desk, child, "merge", into(master));
        assertThat(api.refused(first, master, "withdraw", "{\"words\":\"算了\"}"))
                .isEqualTo("OTHERS_MERGED");
        assertThat(api.refused(desk, master, "reject", "{\"reason\":\"outside-duty\"}"))
                .isEqualTo("OTHERS_MERGED");
        api.step(desk, child, "unmerge", "{}");
        api.step(first, master, "withdraw", "{\"words\":\"算了\"}");
    }

    private List<String> parts(String id) {
        return jdbc.sql("SELECT id::text FROM matter.matter WHERE parent = :id ORDER BY id")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String into(String master) {
        return "{\"into\":\"%s\",\"words\":\"同一盏灯\"}".formatted(master);
    }
}
