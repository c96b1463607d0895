package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huying.Town;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One of each kind of thing, all in one street, and all with a word in them that says so.
@TestComponent
class Belongings {
    static final String STREET = "370481001";
    static final String NEXT = "370481002";
    static final String SECRET = "荆河暗号";
    private static final String HERE = "/api/v1/" + Town.REGION;
    private static final String PERSON = "0190f5fe-0000-7000-8000-0000000000aa";

    /// @param look where it shows itself, and its version in the `ETag` or the body
    /// @param names what stands in braces of its addresses
    record Thing(String look, Map<String, String> names) {

        String address(Endpoint endpoint) {
            var address = endpoint.pattern().replace("{region}", Town.REGION);
            for (var name : names.entrySet()) {
                address = address.replace('{' + name.getKey() + '}', name.getValue());
            }
            return address.replaceAll("\\{[^}]*}", Hostility.NOBODY) + "?purpose=x";
        }
    }

    private final MockMvcTester http;
    private final JsonMapper json;
    private String bearer = "";
    private Map<String, Thing> things = Map.of();

    Belongings(MockMvcTester http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /// Each by the beginning of its addresses, made by somebody who may.
    ///
    /// @param street who sits at the desk of the street itself
    Map<String, Thing> of(String owner, String street) {
        if (things.isEmpty()) {
            bearer = owner;
            var department = lamps();
            bearer = street;
            var use = used(department);
            bearer = owner;
            var made = made();
            made.put("/api/v1/{region}/powers/exercises/{id}", use);
            things = Map.copyOf(made);
        }
        bearer = owner;
        return things;
    }

    String version(Thing thing, String owner) {
        bearer = owner;
        var answer = get(thing.look());
        var tag = answer.getResponse().getHeader("ETag");
        return tag != null
                ? tag.replace("\"", "")
                : json.readTree(answer.getResponse().getContentAsByteArray())
                        .path("version")
                        .asString("1");
    }

    /// Addresses of an endpoint that lists: plainly, and asked for the street and the word.
    List<String> lists(Endpoint endpoint) {
        var address = endpoint.pattern().replace("{region}", Town.REGION);
        if (address.contains("{")) {
            return List.of();
        }
        var query = new ArrayList<String>();
        endpoint.query()
                .forEach((name, parameter) ->
                        Values.needed(name, parameter)
                                .filter(_ -> !name.equals("area") && !name.equals("limit"))
                                .ifPresent(usual -> query.add(name + "=" + usual)));
        query.removeIf(it -> it.startsWith("q=") || it.startsWith("item="));
        var plain = String.join("&", query);
        var addresses = new ArrayList<String>();
        addresses.add(address + "?" + plain);
        addresses.add(address + "?q=%E8%8D%86%E6%B2%B3%E6%9A%97%E5%8F%B7&" + plain);
        addresses.add(address + "?area=" + STREET + "&" + plain);
        addresses.add(address + "?area=" + NEXT + "&" + plain);
        return addresses;
    }

    private Map<String, Thing> made() {
        var made = new HashMap<String, Thing>();
        var matter = matter();
        mediated(matter);
        var task = id(post("/tasks", task().replace("UNIT", lamps())));
        made.put("/api/v1/{region}/tasks/{id}", thing("/tasks/", task));
        made.put("/api/v1/{region}/visits/{id}", thing("/visits/", visit()));
        made.put("/api/v1/{region}/matters/{id}", matter);
        var office = saved("/organisations/import", organisation());
        made.put("/api/v1/{region}/organisations/{id}", thing("/organisations/", office));
        made.put("/api/v1/{region}/posts/{id}", listed("/posts", saved("/posts/import", post())));
        made.put("/api/v1/{region}/teams/{id}", listed("/teams", saved("/teams/import", team())));
        saved("/teams/import", team().replace("hidden-team", "surge-squad"));
        var node = new Thing(HERE + "/territory/nodes", Map.of("code", STREET));
        made.put("/api/v1/{region}/territory/nodes/{code}", node);
        var at = new Thing(HERE + "/modes", Map.of("area", STREET));
        made.put("/api/v1/{region}/modes/at/{area}", at);
        post("/duties/import", duty());
        var duties = json.readTree(get(HERE + "/duties").getResponse().getContentAsByteArray());
        var duty = duties.path("items").path(0).path("id").asString();
        made.put("/api/v1/{region}/duties/{id}", listed("/duties", duty));
        var mode = id(post("/modes", mode()));
        made.put("/api/v1/{region}/modes/{id}", new Thing(HERE + "/modes", Map.of("id", mode)));
        var account = id(post("/accounts", newAccount("staff", "leader")));
        var one = account("/accounts/", account);
        made.put("/api/v1/{region}/accounts/{id}", one);
        made.put("/api/v1/{region}/accounts/{account}", one);
        var machine = id(post("/accounts", newAccount("machine", "machine-reporter")));
        made.put("/api/v1/{region}/machines/{account}", account("/machines/", machine));
        var muster = id(post("/musters", muster()));
        made.put("/api/v1/{region}/musters/{id}", thing("/musters/", muster));
        return made;
    }

    private Thing matter() {
        var answer =
                post(
                        "/matters",
                        """
                        {"channel":"desk","title":"%1$s路灯","text":"%1$s路灯三天不亮了","item":"street-lamp","area":"%2$s001",
                         "place":"%1$s路口","point":{"lon":117.16,"lat":35.08},"contact":{"name":"%1$s","phone":"13800001111"}}
                        """
                                .formatted(SECRET, STREET));
        var id = answer.path("matter").path("id").asString();
        return new Thing(HERE + "/matters/" + id, Map.of("id", id));
    }

    private Thing used(String department) {
        var said = "\"title\":\"%s\",\"text\":\"请派人到场\"".formatted(SECRET);
        var where = "\"area\":\"%s\",\"department\":\"%s\"".formatted(STREET, department);
        var id =
                id(post("/powers/exercises", "{\"item\":\"vendor\",%s,%s}".formatted(where, said)));
        var names = Map.of("id", id, "paper", "inspection");
        return new Thing(HERE + "/powers/exercises/" + id, names);
    }

    private String lamps() {
        var all = json.readTree(get(HERE + "/organisations").getResponse().getContentAsByteArray());
        for (var each : all.path("items")) {
            if (each.path("key").asString().equals("lamps")) {
                return each.path("id").asString();
            }
        }
        throw new AssertionError("No lamps: " + all);
    }

    private void mediated(Thing matter) {
        var body =
                """
                {"parties":[{"name":"%1$s"},{"name":"孙二"}],"place":"调解室","heldOn":"2026-01-05","mediators":"周",
                 "facts":"%1$s","terms":"各让一步","performance":"三十日内"}
                """
                        .formatted(SECRET);
        var answer =
                http.post()
                        .uri(matter.look() + "/mediation")
                        .header("Authorization", "Bearer " + bearer)
                        .header("If-Match", "\"0\"")
                        .contentType("application/json")
                        .content(body)
                        .exchange();
        assertThat(answer).hasStatus2xxSuccessful();
    }

    private static String task() {
        return "{\"kind\":\"party-work\",\"area\":\"%s\",\"unit\":\"UNIT\",\"words\":\"%s\"}"
                .formatted(STREET, SECRET);
    }

    private static String muster() {
        return """
        {"team":"surge-squad","area":"%s","place":"%s","words":"集合"}
        """
                .formatted(STREET, SECRET);
    }

    /// Booked for the first free time of a window in the street.
    private String visit() {
        var community = STREET + "001";
        var window = HERE + "/windows/service-window";
        var free = read(window + "/slots?days=14&area=" + community).path("slots");
        var start = free.get(free.size() - 1).path("starts").asString();
        post(
                "/bookings",
                """
                {"window":"service-window","area":"%s","start":"%s","subject":"%s","name":"%s","phone":"13800004444"}
                """
                        .formatted(community, start, SECRET, SECRET));
        var day = start.substring(0, 10);
        return read(HERE + "/visits?area=" + STREET + "&day=" + day)
                .path("visits")
                .path(0)
                .path("id")
                .asString();
    }

    private JsonNode read(String address) {
        return json.readTree(get(address).getResponse().getContentAsByteArray());
    }

    private static String organisation() {
        return """
        {"items":[{"key":"hidden","name":"%s站","kind":"STREET_OFFICE","anchor":"%s"}],"from":"2026-01-01"}
        """
                .formatted(SECRET, STREET);
    }

    private static String post() {
        return """
        {"items":[{"key":"street-desk","name":"%s岗","organisation":"hidden","area":"%s",
         "holders":[{"person":"%s","name":"%s"}]}],"from":"2026-01-01"}
        """
                .formatted(SECRET, STREET, PERSON, SECRET);
    }

    private static String team() {
        return """
        {"items":[{"key":"hidden-team","name":"%s队","organisation":"hidden","area":"%s","members":[
         {"person":"%s","name":"%s","roles":["officer"],"lead":true}]}],"from":"2026-01-01"}
        """
                .formatted(SECRET, STREET, PERSON, SECRET);
    }

    private static String duty() {
        return """
        {"items":[{"unit":"hidden","subject":"street-lamp","area":"%s","priority":1}],"from":"2026-01-01"}
        """
                .formatted(STREET);
    }

    private static String mode() {
        return "{\"area\":\"%s\",\"mode\":\"surge\",\"reason\":\"%s\"}".formatted(STREET, SECRET);
    }

    private static String newAccount(String kind, String role) {
        return """
        {"login":"hidden.%1$s","name":"%2$s","kind":"%1$s","grants":[{"role":"%3$s","area":"%4$s"}]}
        """
                .formatted(kind, SECRET, role, STREET);
    }

    private Thing thing(String path, String id) {
        return new Thing(HERE + path + id, Map.of("id", id));
    }

    private Thing listed(String path, String id) {
        return new Thing(HERE + path, Map.of("id", id, "person", PERSON));
    }

    private static Thing account(String path, String id) {
        return new Thing(HERE + path + id, Map.of("id", id, "account", id));
    }

    private String saved(String path, String body) {
        var answer = post(path, body);
        var ids = answer.path("ids");
        return ids.isArray() ? ids.path(0).asString() : ids.path("hidden").asString();
    }

    private static String id(JsonNode answer) {
        return Objects.requireNonNull(answer.path("id").asString());
    }

    private JsonNode post(String path, String body) {
        var answer =
                http.post()
                        .uri(HERE + path)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content(body)
                        .exchange();
        assertThat(answer).as(path).hasStatus2xxSuccessful();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).header("Authorization", "Bearer " + bearer).exchange();
    }
}
