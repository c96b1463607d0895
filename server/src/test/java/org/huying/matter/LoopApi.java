package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.DivisionImport;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The loop through the API in one county: bodies on three levels, and somebody for each part. People are their tokens.
@TestComponent
class LoopApi {
    static final String TENGZHOU = "370481";
    static final String CHENGQIAO = "310151";
    private static final String CHECKED = "{\"passed\":true,\"invites\":%s,\"evidence\":%s}";

    private final DivisionImport divisions;
    private final OrgEdits organisations;
    private final Accounts accounts;
    private final MockMvcTester http;
    private final JsonMapper json;
    private final Map<String, UUID> units = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private String region = TENGZHOU;
    private String street = "370481001";

    LoopApi(
            DivisionImport divisions,
            OrgEdits organisations,
            Accounts accounts,
            MockMvcTester http,
            JsonMapper json) {
        this.divisions = divisions;
        this.organisations = organisations;
        this.accounts = accounts;
        this.http = http;
        this.json = json;
    }

    /// Goes to a county, and to one street and its first community in it.
    LoopApi in(String county, String town) {
        region = county;
        street = town;
        if (!units.containsKey(county + "centre")) {
            divisions.county(county);
            var ids =
                    organisations
                            .save(
                                    county,
                                    List.of(
                                            unit("centre", OrganisationKind.CENTRE, county),
                                            unit("lamps", OrganisationKind.DEPARTMENT, county),
                                            unit(
                                                    "water",
                                                    OrganisationKind.PUBLIC_SERVICE_COMPANY,
                                                    county),
                                            unit("street", OrganisationKind.STREET_OFFICE, town),
                                            unit(
                                                    "committee",
                                                    OrganisationKind.COMMUNITY_COMMITTEE,
                                                    community())),
                                    LocalDate.of(2020, 1, 1))
                            .ids();
            ids.forEach((key, id) -> units.put(county + key, id));
        }
        return this;
    }

    String community() {
        return street + "001";
    }

    UUID unit(String key) {
        return Objects.requireNonNull(units.get(region + key), key);
    }

    /// Somebody with this role for the county, the street (9 digits) or the community (12 digits).
    String staff(String role, String area) {
        return person(
                role + "-" + area,
                new NewGrant(role, Optional.of(TerritoryCode.of(area)), Optional.empty()));
    }

    /// Somebody of this unit.
    String member(String role, String unit) {
        return person(
                role + "-" + unit,
                new NewGrant(role, Optional.of(TerritoryCode.of(region)), Optional.of(unit(unit))));
    }

    /// May do everything in the county; `who` tells several of them apart.
    String desk(String who) {
        return person(
                "desk-" + who,
                new NewGrant("simulator", Optional.of(TerritoryCode.of(region)), Optional.empty()));
    }

    String resident(String phone) {
        return people.computeIfAbsent(
                region + phone,
                _ ->
                        accounts.openSession(
                                accounts.resident(region, phone, Optional.empty()), region));
    }

    private String person(String login, NewGrant grant) {
        return people.computeIfAbsent(
                region + login,
                _ ->
                        accounts.openSession(
                                accounts.create(
                                        new NewAccount(
                                                region,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(grant))),
                                region));
    }

    /// A lamp that is out in the community, reported by this person; his or her name and phone are not asked for.
    String reported(String token) {
        return reported(token, "");
    }

    String reported(String token, String more) {
        return found(token, "snap", more);
    }

    String found(String token, String channel, String more) {
        var result =
                http.post()
                        .uri(matters())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"channel":"%s","title":"路灯不亮","text":"路灯三天不亮了","item":"street-lamp","area":"%s"%s}
                                """
                                        .formatted(channel, community(), more))
                        .exchange();
        assertThat(result).hasStatus(201);
        return body(result).at("/matter/id").asString();
    }

    /// Reported and given to this unit, which has it in hand.
    String inHand(String reporter, String unit) {
        return inHand(reporter, unit, "");
    }

    String inHand(String reporter, String unit, String more) {
        var id = reported(reporter, more);
        dispatched(id, unit);
        step(desk("a"), id, "acknowledge", "{}");
        return id;
    }

    void dispatched(String id, String unit) {
        if (state(id).equals("REPORTED")) {
            step(desk("a"), id, "accept", "{}");
        }
        step(desk("a"), id, "dispatch", "{\"unit\":\"%s\"}".formatted(unit(unit)));
    }

    /// Handled by the desk itself, with the pictures that are asked for.
    void handled(String by, String id) {
        step(by, id, "handle", "{\"outcome\":\"修好了\",\"evidence\":%s}".formatted(photos(by)));
    }

    /// Seen on site to be done, by somebody else than who did it, as a picture shows.
    void checked(String by, String id) {
        step(by, id, "verify", CHECKED.formatted(false, proof(by, "photo-after")));
    }

    /// Worked and checked; the requester may be asked now.
    String verified(String reporter, String more) {
        var id = inHand(reporter, "lamps", more);
        handled(desk("a"), id);
        step(desk("b"), id, "verify", CHECKED.formatted(true, proof(desk("b"), "photo-after")));
        return id;
    }

    String closed(String resident) {
        var id = verified(resident, "");
        step(resident, id, "rate", "{\"answer\":\"satisfied\"}");
        step(desk("b"), id, "close", "{}");
        return id;
    }

    String photos(String token) {
        return proof(token, "photo-before", "photo-after");
    }

    String proof(String token, String... kinds) {
        return Arrays.stream(kinds)
                .map(kind ->
                        "{\"kind\":\"%s\",\"attachment\":\"%s\"}".formatted(kind, upload(token)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String upload(String token) {
        return body(Uploading.picture(http, region, token)).at("/id").asString();
    }

    JsonNode show(String token, String id) {
        var result = get(token, id);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    JsonNode beside(String id) {
        return show(desk("a"), id).at("/beside");
    }

    String state(String id) {
        return show(desk("a"), id).at("/state").asString();
    }

    JsonNode history(String token, String id) {
        return body(get(token, id + "/steps"));
    }

    MvcTestResult get(String token, String path) {
        return http.get()
                .uri(matters() + "/" + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    /// A step that is taken.
    JsonNode step(String token, String id, String act, String body) {
        var result = attempt(token, id, act, body);
        assertThat(result).as("%s: %s", act, text(result)).hasStatusOk();
        return body(result);
    }

    /// The reason why a step is refused.
    String refused(String token, String id, String act, String body) {
        var result = attempt(token, id, act, body);
        assertThat(result).as("%s: %s", act, text(result)).hasStatus(409);
        return body(result).at("/reason").asString();
    }

    MvcTestResult attempt(String token, String id, String act, String body) {
        return attempt(token, id, act, body, show(desk("a"), id).at("/version").asInt());
    }

    MvcTestResult attempt(String token, String id, String act, String body, int version) {
        return http.post()
                .uri(matters() + "/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String matters() {
        return "/api/v1/%s/matters".formatted(region);
    }

    private static OrgEdits.Entry unit(String key, OrganisationKind kind, String place) {
        return new OrgEdits.Entry(
                key, key, kind, Optional.empty(), Optional.of(TerritoryCode.of(place)));
    }
}
