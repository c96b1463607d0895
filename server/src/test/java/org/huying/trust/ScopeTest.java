package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huying.Town;
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

/// Things of one street, and somebody who may do anything, but in the next street: to them no such thing is there,
/// whatever endpoint they ask, and no answer says a word of it. Somebody of the right street finds every one of them.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.live.lasts=0s"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Postgres.class, Town.class, Powers.class, Belongings.class})
class ScopeTest {

    /// Where there is a second identifier behind the first, of something that nobody has made here.
    private static final Set<String> SECOND =
            new TreeSet<>(
                    List.of(
                            "DELETE /api/v1/{region}/accounts/{account}/grants/{id}",
                            "DELETE /api/v1/{region}/accounts/{account}/identities/{provider}",
                            "DELETE /api/v1/{region}/accounts/{account}/sessions/{id}",
                            "DELETE /api/v1/{region}/accounts/{account}/tokens/{id}",
                            "DELETE /api/v1/{region}/machines/{account}/secrets/{id}",
                            "GET /api/v1/{region}/matters/{id}/attachments/{attachment}",
                            "GET /api/v1/{region}/tasks/{id}/attachments/{attachment}",
                            "POST /api/v1/{region}/matters/{id}/merge",
                            "POST /api/v1/{region}/posts/{id}/tenures",
                            "POST /api/v1/{region}/posts/{id}/tenures/{tenure}/end",
                            "POST /api/v1/{region}/posts/{id}/tenures/{tenure}/handover"));

    /// What is asked about elsewhere, or belongs to everybody: boards, divisions and the playbook are public, tiles and
    /// counters are sums, tracks, bookings and ratings have secrets of their own, whistles, bursts, webhooks, channels, files,
    /// devices, providers and partners have tests of their own.
    private static final List<String> ELSEWHERE =
            List.of(
                    "/basemap/",
                    "/board/{area}",
                    "/bookings/{number}",
                    "/bursts/{id}/",
                    "/calendar/{year}",
                    "/channels/{channel}",
                    "/counters/by/{trait}",
                    "/device-connections/{connection}",
                    "/devices/{device}",
                    "/feeds/{area}/",
                    "/files/",
                    "/follows/{number}",
                    "/matters/recount/{id}",
                    "/me/channels/{channel}",
                    "/partners/{partner}",
                    "/playbook/items/{key}",
                    "/playbooks/{key}",
                    "/providers/{provider}",
                    "/rating/{token}",
                    "/roles/{key}",
                    "/staffing/persons/{person}",
                    "/tiles/",
                    "/track/{number}",
                    "/webhooks/{id}",
                    "/whistles/{id}",
                    "/windows/{window}");

    @Autowired private MockMvcTester http;
    @Autowired private Town town;
    @Autowired private Powers powers;
    @Autowired private Belongings belongings;
    @Autowired private Consumers consumers;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Map<String, Belongings.Thing> things = Map.of();
    private String owner = "";
    private String neighbour = "";

    @BeforeEach
    void twoStreets() {
        town.ready();
        owner = powers.over(Town.REGION);
        neighbour = powers.over(Belongings.NEXT);
        things = belongings.of(owner, powers.over(Belongings.STREET));
        consumers.drain();
    }

    @Test
    void whatLiesInTheNextStreetIsNotThere() {
        var asked = new ArrayList<Asked>();
        for (var endpoint : Endpoint.all(mappings)) {
            thing(endpoint).ifPresent(thing -> asked.add(new Asked(endpoint, thing)));
        }
        assertThat(asked).hasSizeGreaterThan(90);
        var before = new Stored(jdbc, consumers).rows();
        var seen = new TreeSet<String>();
        for (var each : asked) {
            var answer = ask(each, neighbour);
            if (answer.getResponse().getStatus() != 404) {
                seen.add(each.endpoint() + ": " + answer.getResponse().getStatus() + text(answer));
            }
        }
        seen.forEach(System.out::println);
        assertThat(seen).isEmpty();
        assertThat(new Stored(jdbc, consumers).rows()).isEqualTo(before);
        var missing = new TreeSet<String>();
        for (var each : asked) {
            var answer = ask(each, owner);
            if (answer.getResponse().getStatus() == 404) {
                missing.add(each.endpoint().toString());
            }
        }
        assertThat(missing).as("not found by its own people").isSubsetOf(SECOND);
    }

    @Test
    void noListSaysAWordOfTheNextStreet() {
        var told = new TreeSet<String>();
        var known = new TreeSet<String>();
        for (var endpoint : Endpoint.all(mappings)) {
            if (endpoint.changes() || thing(endpoint).isPresent()) {
                continue;
            }
            for (var address : belongings.lists(endpoint)) {
                if (text(get(address, neighbour)).contains(Belongings.SECRET)) {
                    told.add(address);
                }
                if (text(get(address, owner)).contains(Belongings.SECRET)) {
                    known.add(endpoint.pattern());
                }
            }
        }
        System.out.println("lists that could have told: " + known);
        told.forEach(System.out::println);
        assertThat(told).isEmpty();
        assertThat(known).hasSizeGreaterThan(6).contains("/api/v1/{region}/lists/matters");
    }

    private record Asked(Endpoint endpoint, Belongings.Thing thing) {}

    /// What stands behind the last identifier of the address.
    private Optional<Belongings.Thing> thing(Endpoint endpoint) {
        return things.entrySet().stream()
                .filter(each -> endpoint.pattern().startsWith(each.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private MvcTestResult ask(Asked asked, String bearer) {
        var endpoint = asked.endpoint();
        var headers = new TreeMap<String, String>();
        headers.put("Authorization", "Bearer " + bearer);
        headers.put("If-Match", '"' + belongings.version(asked.thing(), owner) + '"');
        var request =
                http.method(HttpMethod.valueOf(endpoint.method()))
                        .uri(URI.create(asked.thing().address(endpoint)))
                        .contentType(endpoint.accepts())
                        .content(
                                endpoint.usual()
                                        .replace(Hostility.NOBODY, town.unit("lamps").toString()));
        headers.forEach(request::header);
        return request.exchange();
    }

    private MvcTestResult get(String address, String bearer) {
        return http.get()
                .uri(URI.create(address))
                .header("Authorization", "Bearer " + bearer)
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /// Every endpoint that names a thing is asked about one, or says here why it need not be.
    @Test
    void everyEndpointThatNamesAThingIsAsked() {
        var open =
                Endpoint.all(mappings).stream()
                        .filter(it -> it.pattern().replace("{region}", "").contains("{"))
                        .filter(it -> it.pattern().contains("{region}"))
                        .filter(it -> thing(it).isEmpty())
                        .map(it -> it.pattern().replace("/api/v1/{region}", ""))
                        .filter(it -> ELSEWHERE.stream().noneMatch(it::startsWith))
                        .toList();
        assertThat(open).isEmpty();
    }
}
