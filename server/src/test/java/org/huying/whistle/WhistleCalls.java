package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huying.Town;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of the whistle API for tests.
final class WhistleCalls {

    static final String WHISTLES = "/api/v1/" + Town.REGION + "/whistles";

    private final MockMvcTester http;
    private final JsonMapper json;

    WhistleCalls(MockMvcTester http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    JsonNode blow(String token, String rung, String area, String more) {
        var result = tryBlow(token, rung, area, more, UUID.randomUUID().toString());
        assertThat(result).hasStatus(201);
        return body(result);
    }

    MvcTestResult tryBlow(String token, String rung, String area, String more, String key) {
        return http.post()
                .uri(WHISTLES)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"rung":"%s","cause":"joint-enforcement","title":"夜市占道","text":"夜市占了半条路，劝不走","area":"%s",
                         "place":"荆河路口"%s}
                        """
                                .formatted(rung, area, more))
                .exchange();
    }

    JsonNode show(String token, String id) {
        var result = get(token, "/" + id);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    MvcTestResult get(String token, String path) {
        return http.get()
                .uri(WHISTLES + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    /// Takes a step on what stands now; `act` with the unit where there is one, e.g. `units/…/receive`.
    JsonNode step(String token, String id, String act, String body) {
        var result = tryStep(token, id, act, body);
        assertThat(result).as(act).hasStatusOk();
        return body(result);
    }

    MvcTestResult tryStep(String token, String id, String act, String body) {
        var version = version(token, id);
        return tryStep(token, id, act, body, version);
    }

    int version(String token, String id) {
        return show(token, id).at("/version").asInt();
    }

    MvcTestResult tryStep(String token, String id, String act, String body, int version) {
        return http.post()
                .uri(WHISTLES + "/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    JsonNode checkIn(String token, String id, UUID unit) {
        return step(token, id, part(unit, "check-in"), arrival(token));
    }

    /// Reported in by this person, with a picture of his own.
    String arrival(String token) {
        return arrivalWith(picture(token));
    }

    static String arrivalWith(String photo) {
        return "{\"place\":\"荆河路口\",\"point\":{\"lon\":117.16,\"lat\":35.08},\"photos\":[\"%s\"]}"
                .formatted(photo);
    }

    String picture(String token) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var result =
                http.post()
                        .uri("/api/v1/" + Town.REGION + "/attachments")
                        .multipart()
                        .file(
                                new MockMultipartFile(
                                        "file", "p.png", "image/png", png.toByteArray()))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange();
        assertThat(result).hasStatus(201);
        return body(result).at("/id").asString();
    }

    static String part(UUID unit, String act) {
        return "units/" + unit + "/" + act;
    }

    JsonNode summons(JsonNode whistle, UUID unit) {
        for (var one : whistle.at("/summoned")) {
            if (one.at("/unit").asString().equals(unit.toString())) {
                return one;
            }
        }
        throw new AssertionError("Not summoned: " + unit);
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
