package org.huying.playbook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import(Postgres.class)
class PlaybookEdgeTest {

    @Autowired private MockMvcTester mvc;
    @Autowired private Accounts accounts;

    @Test
    void showsResidentsWhatTheReportFormNeeds() {
        var summary = get("/api/v1/370481/playbook");
        assertThat(summary).hasStatus(200).bodyJson().extractingPath("$.key").isEqualTo("tengzhou");
        assertThat(summary).bodyJson().extractingPath("$.channels[0].zh").isEqualTo("随手拍");
        assertThat(get("/api/v1/110101/playbook"))
                .bodyJson()
                .extractingPath("$.key")
                .isEqualTo("base");
        assertThat(get("/api/v1/37048/playbook")).hasStatus(422);
    }

    @Test
    void pagesItemsByKey() {
        var first = get("/api/v1/370481/playbook/items?residents=true&limit=2");
        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
        assertThat(first).bodyJson().extractingPath("$.next").isEqualTo("manhole-cover");
        assertThat(get("/api/v1/370481/playbook/items?residents=true&limit=1&after=manhole-cover"))
                .bodyJson()
                .extractingPath("$.items[0].key")
                .isEqualTo("street-lamp");
        assertThat(get("/api/v1/370481/playbook/items?q=消防通道"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(3);
        assertThat(get("/api/v1/370481/playbook/items?after=nonsense")).hasStatus(422);
        assertThat(get("/api/v1/370481/playbook/items?limit=5000")).hasStatus(422);
        assertThat(get("/api/v1/370481/playbook/items/nonsense")).hasStatus(404);
    }

    @Test
    void tellsTheFormsOfStaffWhatToAskFor() {
        assertThat(get("/api/v1/370481/playbook/forms")).hasStatus(401);
        var forms = get("/api/v1/370481/playbook/forms", "system-admin");
        assertThat(forms).hasStatus(200);
        assertThat(forms)
                .bodyJson()
                .extractingPath("$.evidence[?(@.key=='photo-after')].zh")
                .asArray()
                .doesNotContain("", "photo-after")
                .hasSize(1);
        assertThat(forms).bodyJson().extractingPath("$.ways[*].key").asArray().contains("code");
        assertThat(forms)
                .bodyJson()
                .extractingPath("$.pleas[?(@.kind=='EXTENSION')].stages[0].decider")
                .asArray()
                .hasSize(1);
        assertThat(forms).bodyJson().extractingPath("$.ask.longest").asString().isNotBlank();
        assertThat(get("/api/v1/370481/playbook/forms?key=nonsense", "system-admin"))
                .hasStatus(404);
        assertThat(get("/api/v1/370481/playbook/forms?key=base&version=1", "system-admin"))
                .bodyJson()
                .extractingPath("$.key")
                .isEqualTo("base");
    }

    @Test
    void namesWhatElseHasKeys() {
        assertThat(get("/api/v1/370481/playbook/names")).hasStatus(401);
        var names = get("/api/v1/370481/playbook/names", "system-admin");
        for (var list : List.of("posts", "teams", "bodies", "units", "tasks", "evidence")) {
            assertThat(names).bodyJson().extractingPath("$." + list).asArray().isNotEmpty();
        }
        assertThat(names)
                .bodyJson()
                .extractingPath("$.teams[?(@.key=='surge-squad')].en")
                .asArray()
                .containsExactly("Surge squad");
        assertThat(names)
                .bodyJson()
                .extractingPath("$.tasks[?(@.key=='vaccination')].zh")
                .asArray()
                .containsExactly("疫苗接种");
    }

    @Test
    void tellsWhoMayWhistleForWhom() {
        assertThat(get("/api/v1/370481/playbook/whistle")).hasStatus(401);
        var whistle = get("/api/v1/370481/playbook/whistle", "system-admin");
        assertThat(whistle).bodyJson().extractingPath("$.rungs[0].zh").asString().isNotBlank();
        assertThat(whistle).bodyJson().extractingPath("$.causes[0].key").asString().isNotBlank();
        assertThat(whistle).bodyJson().extractingPath("$.items[0].zh").asString().isNotBlank();
    }

    @Test
    void showsTheRulesToStaffOnly() {
        assertThat(get("/api/v1/370481/playbook/rules")).hasStatus(401);
        var rules = get("/api/v1/370481/playbook/rules", "system-admin");
        assertThat(rules).hasStatus(200);
        assertThat(rules)
                .bodyJson()
                .extractingPath("$.dispatch[1].to")
                .isEqualTo("post(grid-chief, place.grid)");
        assertThat(rules)
                .bodyJson()
                .extractingPath("$.dispatch[1].source")
                .asString()
                .startsWith("tengzhou.yaml:");
    }

    @Test
    void checksAFileAndAnswersEverythingThatIsWrong() {
        var result =
                check("playbook: x\nextends: base\nmatter: { channels: [ snapp ] }\npst: {}\n");
        assertThat(result).hasStatus(200).bodyJson().extractingPath("$.valid").isEqualTo(false);
        assertThat(result).bodyJson().extractingPath("$.findings[0].suggestion").isEqualTo("snap");
        assertThat(result).bodyJson().extractingPath("$.findings[1].code").isEqualTo("unknown-key");
        assertThat(check("a".repeat((1 << 20) + 1))).hasStatus(413);
        assertThat(check("playbook: x\nextends: base\n"))
                .bodyJson()
                .extractingPath("$.valid")
                .isEqualTo(true);
    }

    @Test
    void listsVersionsAndWhatChanged() {
        assertThat(get("/api/v1/playbooks", "system-admin"))
                .bodyJson()
                .extractingPath("$.versions[0].key")
                .isEqualTo("base");
        assertThat(get("/api/v1/playbooks/tengzhou/versions", "system-admin")).hasStatus(200);
        assertThat(get("/api/v1/playbooks/tengzhou/diff?from=1&to=1", "system-admin"))
                .bodyJson()
                .extractingPath("$.lines.length()")
                .isEqualTo(0);
        assertThat(get("/api/v1/playbooks/tengzhou/diff?from=1&to=9", "system-admin"))
                .hasStatus(404);
        assertThat(get("/api/v1/playbooks", "security-admin")).hasStatus(403);
    }

    @Test
    void takesTheNextVersionOfAPlaybookAtTheOneThatWasSeen() {
        var uri = "/api/v1/370481/playbooks/tengzhou";
        var seen = get(uri, "system-admin");
        assertThat(seen).hasStatus(200).bodyJson().extractingPath("$.document.playbook");
        assertThat(seen)
                .bodyJson()
                .extractingPath("$.origins['/playbook']")
                .asString()
                .contains(":");
        var tag = String.valueOf(seen.getResponse().getHeader("ETag"));
        var wrong = put(uri, "playbook: tengzhou\nextends: base\npst: {}\n", tag);
        assertThat(wrong)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.findings[0].line")
                .isEqualTo(3);
        var other = "playbook: other\nextends: base\nplace: { code: \"110101\", name: 东城 }\n";
        assertThat(put(uri, other, tag))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.findings[*].code")
                .asArray()
                .contains("other-key", "other-place");
        var good = "playbook: tengzhou\nextends: base\nplace: { code: \"370481\", name: 滕州 }\n";
        assertThat(put(uri + "?from=2020-01-01T00:00:00Z", good, tag)).hasStatus(422);
        assertThat(put(uri + "?from=2090-01-01T00:00:00Z", good, tag))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(2);
        assertThat(put(uri, good, tag)).hasStatus(412);
        assertThat(put(uri, good, null)).hasStatus(428);
        assertThat(get(uri, "system-admin")).bodyJson().extractingPath("$.text").isEqualTo(good);
        assertThat(get(uri + "?version=1", "system-admin"))
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        assertThat(get("/api/v1/playbooks/tengzhou/diff?from=1&to=2", "system-admin"))
                .bodyJson()
                .extractingPath("$.lines")
                .asArray()
                .isNotEmpty();
        // it is not in force before its day, and a start does not take it back
        assertThat(get("/api/v1/370481/playbook"))
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        assertThat(get("/api/v1/110101/playbooks/tengzhou", "system-admin")).hasStatus(404);
    }

    private MvcTestResult put(String uri, String yaml, @Nullable String version) {
        var request =
                mvc.put()
                        .uri(uri)
                        .header("Authorization", "Bearer " + session("system-admin"))
                        .contentType("application/yaml")
                        .content(yaml);
        return version == null
                ? request.exchange()
                : request.header("If-Match", version).exchange();
    }

    private MvcTestResult check(String yaml) {
        return mvc.post()
                .uri("/api/v1/playbooks/check")
                .header("Authorization", "Bearer " + session("system-admin"))
                .contentType("application/yaml")
                .content(yaml)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).exchange();
    }

    private MvcTestResult get(String uri, String role) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + session(role)).exchange();
    }

    private String session(String role) {
        var login = "playbook." + role;
        var id =
                accounts.byLogin("370481", login)
                        .orElseGet(() -> accounts.create(account(login, role)));
        return accounts.openSession(id, "370481");
    }

    private static NewAccount account(String login, String role) {
        return new NewAccount(
                "370481",
                login,
                "王小明",
                Caller.Kind.STAFF,
                Optional.empty(),
                false,
                List.of(NewGrant.of(role, TerritoryCode.of("370481"))));
    }
}
