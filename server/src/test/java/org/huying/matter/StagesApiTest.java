package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.org.edit.PostEdits;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// An appeal that is decided in three stages: pre-check, department, leader.
class StagesApiTest extends LoopApiTest {

    @Autowired TownRules rules;
    @Autowired Accounts accounts;
    @Autowired PostEdits posts;
    @Autowired MatterSummaries summaries;

    private String street = "";

    @BeforeEach
    void town() {
        rules.trial();
        api.in(LoopApi.TENGZHOU, TownRules.TRIAL);
        street = api.staff("street-desk", TownRules.TRIAL);
    }

    @Test
    void anAppealGoesThroughAllItsStagesAndIsUpheldByTheLast() {
        var id = appealed("13900000901");
        assertThat(steps(street, id)).contains("forward", "deny").doesNotContain("grant");
        assertThat(steps(api.desk("a"), id))
                .as("whoever applied takes it back at most")
                .contains("retract")
                .doesNotContain("forward", "grant", "deny");
        assertThat(flags(id)).contains(Flag.APPEALED, Flag.DECIDE_STREET);
        assertThat(api.refused(street, id, "grant", no("好"))).isEqualTo("NOT_AT_STAGE");
        assertThat(stages(api.step(street, id, "forward", no("材料齐全"))))
                .extracting(it -> it.at("/now").asBoolean())
                .containsExactly(false, true, false);
        assertThat(flags(id)).contains(Flag.DECIDE_COUNTY).doesNotContain(Flag.DECIDE_STREET);
        assertThat(api.attempt(street, id, "forward", no("再转")))
                .as("the street decides nothing any more")
                .hasStatus(403);

        var department = api.desk("b");
        api.step(department, id, "forward", no("情况属实"));
        assertThat(api.refused(department, id, "grant", no("好")))
                .as("nobody decides in two stages")
                .isEqualTo("SAME_PERSON");
        assertThat(api.refused(api.desk("a"), id, "grant", no("好")))
                .as("whoever applied decides in none")
                .isEqualTo("SAME_PERSON");
        var upheld = api.step(api.desk("c"), id, "grant", no("成立"));
        assertThat(upheld.at("/beside/excluded/0").asString()).isEqualTo("RATING");
        assertThat(upheld.at("/beside/pleas/0/state").asString()).isEqualTo("GRANTED");
        assertThat(api.history(department, id).findValuesAsString("act"))
                .containsSubsequence("apply", "forward", "forward", "grant");
    }

    @Test
    void theFirstStageMayRejectItAndHasALimit() {
        var id = appealed("13900000902");
        var first = api.beside(id).at("/pleas/0/stages/0");
        assertThat(first.at("/en").asString()).isEqualTo("Pre-check");
        assertThat(first.at("/due").asString()).isNotBlank();
        var denied = api.step(street, id, "deny", no("没有证据"));
        assertThat(denied.at("/beside/pleas/0/state").asString()).isEqualTo("DENIED");
        assertThat(denied.at("/beside/excluded")).isEmpty();
        assertThat(api.refused(street, id, "forward", no(""))).isEqualTo("PLEA_MISSING");
    }

    @Test
    void onlyWhoeverAppliedTakesItBack() {
        var id = appealed("13900000903");
        api.step(street, id, "forward", no("材料齐全"));
        assertThat(api.refused(api.desk("b"), id, "retract", no(""))).isEqualTo("NOT_APPLICANT");
        var back = api.step(api.desk("a"), id, "retract", no("不申诉了"));
        assertThat(back.at("/beside/pleas/0/state").asString()).isEqualTo("RETRACTED");
        assertThat(flags(id)).doesNotContain(Flag.PLEADED, Flag.APPEALED);
        assertThat(api.refused(api.desk("c"), id, "grant", no(""))).isEqualTo("PLEA_MISSING");
    }

    @Test
    void aStageIsDecidedByWhoeverHoldsItsPostAndByTheDeskWhereNobodyDoes() {
        var first = extended("13900000904");
        assertThat(steps(street, first)).as("nobody holds the post").contains("forward");
        var account =
                accounts.create(
                        new NewAccount(
                                LoopApi.TENGZHOU,
                                "holder-of-the-post",
                                "周",
                                Caller.Kind.STAFF,
                                Optional.empty(),
                                false,
                                List.of(
                                        NewGrant.of(
                                                "street-desk",
                                                TerritoryCode.of(TownRules.TRIAL)))));
        held(account);
        assertThat(steps(street, first)).as("somebody else holds it").doesNotContain("forward");
        assertThat(api.attempt(street, first, "forward", no("好"))).hasStatus(403);
        var chief = accounts.openSession(account, LoopApi.TENGZHOU);
        assertThat(steps(chief, first)).contains("forward", "deny");
        api.step(chief, first, "forward", no("属实"));

        var late = extended("13900000905");
        api.handled(api.member("unit-handler", "lamps"), late);
        assertThat(api.refused(chief, late, "forward", no("好")))
                .as("what is handled needs no more time")
                .isEqualTo("PLEA_TOO_LATE");
        api.step(chief, late, "deny", no("已办好"));
    }

    private void held(UUID person) {
        var post =
                new PostEdits.Entry(
                        "street-desk",
                        "值班员",
                        "centre",
                        TerritoryCode.of(TownRules.TRIAL),
                        List.of(new PostEdits.Holder(person, "周")));
        posts.save(LoopApi.TENGZHOU, List.of(post), LocalDate.of(2020, 1, 1));
    }

    private String extended(String phone) {
        var lamps = api.member("unit-handler", "lamps");
        var id = api.inHand(api.resident(phone), "lamps");
        api.step(
                lamps,
                id,
                "apply",
                "{\"kind\":\"EXTENSION\",\"reason\":\"weather\",\"length\":\"1 work-day\",\"words\":\"下雨\",\"evidence\":%s}"
                        .formatted(api.proof(lamps, "paper")));
        return id;
    }

    private String appealed(String phone) {
        var id = api.closed(api.resident(phone));
        var desk = api.desk("a");
        api.step(
                desk,
                id,
                "apply",
                "{\"kind\":\"RATING_APPEAL\",\"reason\":\"solved\",\"words\":\"已经解决\",\"evidence\":%s}"
                        .formatted(api.proof(desk, "paper")));
        return id;
    }

    private static String no(String words) {
        return "{\"no\":1,\"words\":\"%s\"}".formatted(words);
    }

    private List<String> steps(String token, String id) {
        return api.show(token, id).at("/steps").findValuesAsString("act");
    }

    private static Iterable<JsonNode> stages(JsonNode matter) {
        return matter.at("/beside/pleas/0/stages");
    }

    private Set<Flag> flags(String id) {
        return summaries.of("370481", List.of(UUID.fromString(id))).getFirst().beside().flags();
    }
}
