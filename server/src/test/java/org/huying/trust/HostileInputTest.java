package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.role.Permission;
import org.huying.access.role.Roles;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every endpoint × everything hostile that its handler's own signature suggests, sent by somebody who may do anything:
/// each is refused with a problem document that says nothing about our inside, and nothing changes.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.access.sign-in-per-minute=0"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Postgres.class, Town.class})
class HostileInputTest {
    private static final String ROLE = "everything";
    private static final Pattern INSIDE =
            Pattern.compile(
                    "(?i)\\b(select|insert|update|delete)\\b.*\\b(from|into|set)\\b|SQLSTATE|Exception|\\b(java|jakarta|org|tools|com)\\.[a-z]+\\.");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Autowired private MockMvcTester http;
    @Autowired private Town town;
    @Autowired private Accounts accounts;
    @Autowired private Roles roles;
    @Autowired private Consumers consumers;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private String bearer = "";

    @BeforeEach
    void somebodyWhoMayDoAnything() {
        town.ready();
        roles.put(
                Town.REGION,
                ROLE,
                List.of("全部", "Everything"),
                roles.permissions().stream().map(Permission::key).collect(Collectors.toSet()),
                roles.versions(Town.REGION).getOrDefault(ROLE, 0L));
        var account =
                accounts.byLogin(Town.REGION, ROLE)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                ROLE,
                                                ROLE,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of())));
        jdbc.sql(
                        """
                        INSERT INTO access.role_grant (region, account, id, role, area, valid_from, granted_by, granted_at)
                        SELECT :region, :account, :account, :role, :region, now() - interval '1 day', :account, now()
                            ON CONFLICT DO NOTHING
                        """)
                .param("region", Town.REGION)
                .param("account", account)
                .param("role", ROLE)
                .update();
        bearer = accounts.openSession(account, Town.REGION);
        consumers.drain();
    }

    @Test
    void refusesEverythingHostileAndChangesNothing() {
        var before = rows();
        var wrong = new ArrayList<String>();
        var endpoints = Endpoint.all(mappings);
        assertThat(endpoints).hasSizeGreaterThan(60);
        int sent = 0;
        for (var endpoint : endpoints) {
            for (var hostility : Hostility.against(endpoint)) {
                boolean english = ++sent % 2 == 0;
                fault(hostility, english)
                        .ifPresent(fault ->
                                wrong.add(endpoint + ", " + hostility.what() + ": " + fault));
            }
        }
        System.out.printf(
                "%d hostile requests to %d endpoints, %d answered wrongly%n",
                sent, endpoints.size(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void takesAStepOnceInOrderAndOnWhatWasSeen() {
        var path = "/api/v1/" + Town.REGION + "/matters";
        var report =
                """
                {"channel":"snap","title":"路灯不亮","text":"荆河路口的路灯三天不亮了","item":"street-lamp"}
                """;
        var key = UUID.randomUUID().toString();
        var first = step(path, key, 0, report);
        assertThat(first).hasStatus(201);
        assertThat(step(path, key, 0, report)).hasStatus(200);
        var matter = body(first).path("matter");
        var one = path + "/" + matter.path("id").asString();
        int version = matter.path("version").asInt();
        if (matter.path("state").asString().equals("REPORTED")) {
            assertThat(step(one + "/accept", key + "a", version++, "{}")).hasStatus(200);
        }
        var unit = "{\"unit\":\"" + town.unit("lamps") + "\"}";
        var before = rows();
        assertRefused(step(one + "/close", key + "b", version, "{}"), 409);
        assertRefused(step(one + "/verify", key + "c", version, "{\"passed\":true}"), 409);
        assertRefused(step(one + "/dispatch", key + "d", version - 1, unit), 412);
        assertRefused(step(one + "/dispatch", key + "e", version + 7, unit), 412);
        assertThat(rows()).isEqualTo(before);

        assertThat(step(one + "/dispatch", key + "f", version, unit)).hasStatus(200);
        var taken = rows();
        assertThat(step(one + "/dispatch", key + "f", version, unit)).hasStatus(200);
        assertRefused(step(one + "/dispatch", key + "g", version, unit), 412);
        assertRefused(step(one + "/acknowledge", key + "f", version + 1, "{}"), 422);
        assertThat(rows()).isEqualTo(taken);
    }

    @Test
    void storesNoCharacterThatTheDatabaseCannotHold() {
        var before = rows();
        for (var field : List.of("title", "text", "place", "source")) {
            var values =
                    new TreeMap<String, Object>(
                            Map.of("channel", "snap", "title", "路灯", "text", "路灯不亮"));
            values.put(field, "路灯\u0000不亮");
            var answer =
                    step(
                            "/api/v1/" + Town.REGION + "/matters",
                            UUID.randomUUID().toString(),
                            0,
                            json.writeValueAsString(values));
            assertThat(answer.getResponse().getStatus()).as(field).isIn(400, 422);
        }
        assertThat(rows()).isEqualTo(before);
    }

    private void assertRefused(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status);
        assertThat(body(answer).path("code").asString()).isNotEmpty();
    }

    private MvcTestResult step(String uri, String key, int version, String body) {
        return http.post()
                .uri(uri)
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    /// What is wrong with the answer, if anything.
    private Optional<String> fault(Hostility hostility, boolean english) {
        var request =
                http.method(HttpMethod.valueOf(hostility.endpoint().method()))
                        .uri(URI.create(hostility.address()))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Idempotency-Key", "hostile")
                        .header("If-Match", "\"1\"")
                        .header("X-Tracking-Secret", "x")
                        .contentType(hostility.contentType())
                        .content(hostility.body());
        if (english) {
            request.header("Accept-Language", "en");
        }
        var result = request.exchange();
        int status = result.getResponse().getStatus();
        if (!hostility.answers().contains(status)) {
            return Optional.of(status + " " + said(result) + " instead of " + hostility.answers());
        }
        return status < 400 ? Optional.empty() : poor(result, english);
    }

    /// What a refusal lacks, or says too much.
    private Optional<String> poor(MvcTestResult result, boolean english) {
        var type = String.valueOf(result.getResponse().getContentType());
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("content type " + type);
        }
        var problem = body(result);
        var words = new ArrayList<String>();
        words.add(problem.path("detail").asString(""));
        words.add(problem.path("title").asString(""));
        problem.path("errors").forEach(error -> words.add(error.path("message").asString("")));
        if (problem.path("code").asString("").isEmpty() || words.contains("")) {
            return Optional.of("says too little: " + problem);
        }
        if (words.stream().anyMatch(it -> INSIDE.matcher(it).find())) {
            return Optional.of("tells of our inside: " + words);
        }
        if (words.stream().anyMatch(it -> CHINESE.matcher(it).find() == english)) {
            return Optional.of("wrong language: " + words);
        }
        return Optional.empty();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private String said(MvcTestResult result) {
        try {
            var body = body(result);
            return body.path("code").asString("") + " " + body.path("detail").asString("");
        } catch (JacksonException _) {
            return String.valueOf(result.getUnresolvedException());
        }
    }

    /// A digest of every table but those where sessions, looks and limits are written down.
    private Map<String, String> rows() {
        consumers.drain();
        var own =
                new HashSet<>(
                        List.of("session", "one_time_code", "audit", "audit_seal", "audit_head"));
        var rows = new TreeMap<String, String>();
        jdbc.sql(
                        """
                        SELECT schemaname || '.' || tablename AS name, tablename FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) -> own.contains(row.getString(2)) ? "" : row.getString(1))
                .list()
                .forEach(table -> {
                    if (!table.isEmpty()) {
                        rows.put(table, digest(table));
                    }
                });
        return rows;
    }

    private String digest(String table) {
        return jdbc.sql(
                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t::text)), '') FROM "
                                + table
                                + " t")
                .query(String.class)
                .single();
    }
}
