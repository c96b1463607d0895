package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.huying.Town;
import org.junit.jupiter.api.Test;

/// Every sentence of the specification that says must or required, over real HTTP.
class Open311EdgeTest extends Vendors {

    @Test
    void discoveryIsThereInBothFormatsWithAllItsFields() {
        var xml = vendor.get("/discovery.xml");
        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains(
                        "<changeset>",
                        "<contact>",
                        "<key_service>",
                        "<specification>http://wiki.open311.org/GeoReport_v2</specification>",
                        "<url>http://localhost:" + port + "/open311/v2</url>",
                        "<type>production</type>",
                        "<formats><format>text/xml</format><format>application/json</format></formats>");
        var json = Machine.json(vendor.get("/discovery.json"));
        assertThat(json.at("/endpoints/0/formats/1").asString()).isEqualTo("application/json");
        for (var field : new String[] {"changeset", "contact", "key_service"}) {
            assertThat(json.at("/" + field).asString("")).as(field).isNotEmpty();
        }
    }

    @Test
    void answersAreUtf8AndSayTheirType() {
        var xml = vendor.get("/services.xml?" + HERE);
        assertThat(xml.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(xml.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<services><service>")
                .contains("<service_name>路灯不亮</service_name>", "<type>realtime</type>");
        var json = vendor.get("/services.json?" + HERE);
        assertThat(json.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(Machine.json(json).isArray()).isTrue();
        assertThat(vendor.get("/services?" + HERE, "Accept", "application/json").body())
                .isEqualTo(json.body());
        assertThat(vendor.get("/services?" + HERE).body()).isEqualTo(xml.body());
        assertThat(vendor.get("/services.xml?" + HERE, "Accept-Language", "en").body())
                .contains("<service_name>Street lamp out</service_name>");
    }

    @Test
    void theJurisdictionMustBeNamedAndKnown() {
        for (var path :
                new String[] {
                    "/services.json",
                    "/services/street-lamp.json",
                    "/requests.json",
                    "/requests/x.json",
                    "/tokens/x.json",
                    "/servicerequestupdates.json"
                }) {
            var missing = vendor.get(path);
            assertThat(missing.statusCode()).as(path).isEqualTo(400);
            assertThat(Machine.json(missing).at("/0/code").asInt()).isEqualTo(400);
            assertThat(Machine.json(missing).at("/0/description").asString())
                    .contains("jurisdiction_id");
            var empty = vendor.get(path + "?jurisdiction_id=");
            assertThat(empty.statusCode()).as("an empty argument is none").isEqualTo(400);
            var unknown = vendor.get(path + "?jurisdiction_id=city.gov");
            assertThat(unknown.statusCode()).as(path).isEqualTo(404);
            assertThat(Machine.json(unknown).at("/0/description").asString())
                    .contains("jurisdiction_id", "city.gov");
        }
        assertThat(vendor.get("/services.xml?jurisdiction_id=370481001").statusCode())
                .as("a town has one of its own")
                .isEqualTo(200);
    }

    @Test
    void aServiceIsDefinedOrNotFound() {
        var known = vendor.get("/services/street-lamp.xml?" + HERE);
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body())
                .contains(
                        "<service_definition><service_code>street-lamp</service_code><attributes>");
        var unknown = vendor.get("/services/dragon.xml?" + HERE);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("<errors><error><code>404</code><description>", "dragon");
    }

    @Test
    void aRequestNeedsAKey() {
        for (var key : new String[] {"", "xyz", "370481.t" + "A".repeat(43)}) {
            var refused =
                    new Machine(port, key)
                            .post(
                                    "/requests.xml",
                                    "jurisdiction_id",
                                    Town.REGION,
                                    "service_code",
                                    "street-lamp",
                                    "lat",
                                    "35.08",
                                    "long",
                                    "117.16");
            assertThat(refused.statusCode()).as(key).isEqualTo(403);
            assertThat(refused.body())
                    .startsWith("<?xml")
                    .contains("<errors><error><code>403</code><description>", "api_key");
        }
        var wrong =
                vendor.send(
                        "application/json", "/requests.json", "{}", "Authorization", "Bearer x");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(Machine.json(wrong).at("/0/code").asInt()).isEqualTo(403);
    }

    @Test
    void aRequestNeedsAServiceAndALocation() {
        var nothing = vendor.post("/requests.json", "jurisdiction_id", Town.REGION);
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("service_code");
        var unknown =
                vendor.post(
                        "/requests.json", "jurisdiction_id", Town.REGION, "service_code", "dragon");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("service_code", "dragon");
        var nowhere =
                vendor.post(
                        "/requests.json",
                        "jurisdiction_id",
                        Town.REGION,
                        "service_code",
                        "street-lamp");
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("address_string");
        var half =
                vendor.post(
                        "/requests.json",
                        "jurisdiction_id",
                        Town.REGION,
                        "service_code",
                        "street-lamp",
                        "lat",
                        "35.08");
        assertThat(half.statusCode()).as("lat and long go together").isEqualTo(400);
        for (var place :
                new String[][] {
                    {"lat", "35.08", "long", "117.16"},
                    {"address_string", "荆河路口"},
                    {"address_id", "370481001"}
                }) {
            var fields = new ArrayList<>(List.of(place));
            fields.addAll(List.of("jurisdiction_id", Town.REGION, "service_code", "street-lamp"));
            assertThat(vendor.post("/requests.json", fields.toArray(String[]::new)).statusCode())
                    .as(place[0])
                    .isEqualTo(201);
        }
        var text = "字".repeat(4_001);
        assertThat(lamp(text).statusCode()).as("4 000 characters are the most").isEqualTo(400);
        assertThat(lamp(text.substring(1)).statusCode()).isEqualTo(201);
    }

    @Test
    void jsonAndQueryArgumentsAreTakenToo() {
        var json =
                vendor.send(
                        "application/json",
                        "/requests.json?api_key=" + vendor.key() + "&" + HERE,
                        "{\"service_code\":\"street-lamp\",\"lat\":35.08,\"long\":117.16,\"description\":\"JSON 也行\"}");
        assertThat(json.statusCode()).isEqualTo(201);
        var xml =
                vendor.send(
                        "text/xml",
                        "/requests.xml?api_key=" + vendor.key() + "&" + HERE,
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>");
        assertThat(xml.statusCode()).as("XML is not read").isEqualTo(400);
        assertThat(xml.body()).doesNotContain("root:");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidInTheSameForm() {
        var nothing = vendor.get("/nothing.json");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(Machine.json(nothing).at("/0/code").asInt()).isEqualTo(404);
        var method = vendor.send("text/plain", "/services.xml", "x");
        assertThat(method.statusCode()).isEqualTo(400);
        assertThat(method.body()).contains("<errors><error><code>400</code>");
    }
}
