package org.huying.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The lists of work take the filters that the list of all matters takes.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class WorkFilterEdgeTest {

    private static final String HERE = "370481005001";
    private static final String NEXT = "370481006001";

    @Autowired Town town;
    @Autowired Api api;

    private String desk = "";
    private String lamps = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void byPlaceItemChannelStateAndTime() {
        var id = inHand();
        var axis = "/lists/my-work?limit=200&axis=area";
        assertThat(api.lines(desk, axis + "&area=370481005")).contains(id);
        assertThat(api.lines(desk, axis + "&area=" + HERE)).contains(id);
        assertThat(api.lines(desk, axis + "&area=" + NEXT)).doesNotContain(id);
        assertThat(api.lines(desk, axis + "&channel=snap&state=DISPATCHED")).contains(id);
        assertThat(api.lines(desk, axis + "&channel=hotline-12345")).doesNotContain(id);
        assertThat(api.lines(desk, axis + "&state=HANDLED")).doesNotContain(id);
        assertThat(api.lines(desk, axis + "&state=CLOSED")).isEmpty();
        assertThat(api.lines(desk, axis + "&to=2020-01-01T00:00:00%2B08:00")).isEmpty();
        assertThat(api.lines(desk, axis + "&from=2020-01-01T00:00:00%2B08:00")).contains(id);
    }

    @Test
    void inTheQueueOfAUnitToo() {
        var id = inHand();
        var item = item(id);
        assertThat(api.lines(lamps, "/lists/my-work?limit=200&item=" + item)).contains(id);
        assertThat(api.lines(lamps, "/lists/my-work?limit=200&item=other-item")).isEmpty();
        var team = "/lists/team?limit=200&unit=" + town.unit("lamps");
        assertThat(api.lines(desk, team + "&area=370481005")).contains(id);
        assertThat(api.lines(desk, team + "&area=370481006")).doesNotContain(id);
    }

    @Test
    void byFlag() {
        var elsewhere =
                api.body(api.get("", "/places?parent=370481003")).at("/items/0/code").asString();
        var id = inHand(elsewhere);
        var other = inHand(elsewhere);
        api.step(desk, id, "supervise", "{\"kind\":\"KEY\",\"words\":\"盯紧\"}");
        var supervised = api.lines(desk, "/lists/my-work?limit=200&axis=area&flag=supervised");
        assertThat(supervised).contains(id).doesNotContain(other);
        assertThat(api.get(desk, "/lists/overdue?flag=nonsense")).hasStatus(422);
    }

    @Test
    void whereNothingIsLateFiltersFindNothing() {
        assertThat(api.lines(desk, "/lists/overdue?area=370481005")).isEmpty();
        assertThat(api.lines(desk, "/lists/amber?area=370481005&channel=snap")).isEmpty();
        assertThat(api.get(desk, "/lists/overdue?area=37048100")).hasStatus(422);
    }

    @Test
    void approvalsOfAPlace() {
        var id = inHand();
        api.step(
                lamps,
                id,
                "apply",
                """
                {"kind":"EXTENSION","reason":"material","length":"1 work-day","words":"要等配件",
                 "evidence":[{"kind":"paper","attachment":"%s"}]}
                """
                        .formatted(api.picture(lamps)));
        assertThat(api.lines(desk, "/lists/approvals?limit=200&area=370481005")).contains(id);
        assertThat(api.lines(desk, "/lists/approvals?limit=200&area=370481006")).doesNotContain(id);
        assertThat(api.lines(desk, "/lists/approvals?limit=200&channel=hotline-12345"))
                .doesNotContain(id);
    }

    private String inHand() {
        return inHand(HERE);
    }

    /// In the hands of the lamps; few in one place, for many would be an alert.
    private String inHand(String area) {
        var id = api.reported(desk, "筛选的路灯", area, "13800001111").at("/matter/id").asString();
        if (api.matter(desk, id).at("/state").asString().equals("REPORTED")) {
            api.step(desk, id, "accept", "{}");
        }
        api.step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("lamps")));
        return id;
    }

    private String item(String id) {
        return api.matter(desk, id).at("/item/key").asString();
    }
}
