package org.huying;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huying.eventlog.Consumers;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the API of the town as a client would.
@TestComponent
public class Api {

    public static final String PLACE = "/api/v1/" + Town.REGION;

    private final MockMvcTester http;
    private final JsonMapper json;
    private final Consumers consumers;

    Api(MockMvcTester http, JsonMapper json, Consumers consumers) {
        this.http = http;
        this.json = json;
        this.consumers = consumers;
    }

    /// Without a token it is somebody without an account.
    public MvcTestResult send(HttpMethod method, String token, String uri, String body) {
        var request =
                http.method(method)
                        .uri(URI.create(URI.create(PLACE + uri).toASCIIString()))
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!token.isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    public MvcTestResult get(String token, String uri) {
        return send(HttpMethod.GET, token, uri, "");
    }

    public MvcTestResult post(String token, String uri, String body) {
        return send(HttpMethod.POST, token, uri, body);
    }

    public JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    public JsonNode matter(String token, String id) {
        return body(get(token, "/matters/" + id));
    }

    /// One step by whoever saw the newest version.
    public MvcTestResult attempt(String token, String id, String act, String body) {
        return http.post()
                .uri(PLACE + "/matters/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(
                        HttpHeaders.IF_MATCH,
                        "\"" + matter(token, id).at("/version").asInt() + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public JsonNode step(String token, String id, String act, String body) {
        var result = attempt(token, id, act, body);
        assertThat(result).as(act).hasStatusOk();
        return body(result);
    }

    /// A report about a street lamp, with the contact `phone`; answers the receipt.
    public JsonNode reported(String token, String title, String area, String phone) {
        return reported(token, title, area, phone, 117.16);
    }

    public JsonNode reported(String token, String title, String area, String phone, double lon) {
        var result =
                post(
                        token,
                        "/matters",
                        """
                        {"channel":"snap","title":"%s","text":"荆河路口，三天了","item":"%s","area":"%s",
                         "point":{"lon":%s,"lat":35.08},"contact":{"name":"张三","phone":"%s"}}
                        """
                                .formatted(title, ITEM, area, lon, phone));
        assertThat(result).hasStatus2xxSuccessful();
        return body(result);
    }

    public static final String ITEM = "street-lamp";

    public String report(String token, String title) {
        return reported(token, title, Town.REGION, "13800001111").at("/matter/id").asString();
    }

    /// In the hands of a unit.
    public String dispatched(String token, String title, UUID unit) {
        var id = report(token, title);
        if (matter(token, id).at("/state").asString().equals("REPORTED")) {
            step(token, id, "accept", "{}");
        }
        step(token, id, "dispatch", "{\"unit\":\"%s\"}".formatted(unit));
        return id;
    }

    /// The ids of the lines of a list, after everything that was done has been read.
    public List<String> lines(String token, String uri) {
        consumers.drain();
        var result = get(token, uri);
        assertThat(result).as(uri).hasStatusOk();
        var ids = new ArrayList<String>();
        body(result).at("/lines").forEach(line -> ids.add(line.at("/id").asString()));
        return ids;
    }

    /// Acknowledged and handled by its unit, with the pictures the item asks for.
    public void handled(String token, String id) {
        step(token, id, "acknowledge", "{}");
        step(
                token,
                id,
                "handle",
                """
                {"outcome":"换了灯泡，亮了","evidence":[{"kind":"photo-before","attachment":"%s"},
                 {"kind":"photo-after","attachment":"%s"}]}
                """
                        .formatted(picture(token), picture(token)));
    }

    /// Seen on site to be done, as a picture shows.
    public void checked(String token, String id) {
        step(
                token,
                id,
                "verify",
                "{\"passed\":true,\"evidence\":[{\"kind\":\"photo-after\",\"attachment\":\"%s\"}]}"
                        .formatted(picture(token)));
    }

    /// A picture that no step has used yet.
    public String picture(String token) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var result =
                http.post()
                        .uri(PLACE + "/attachments")
                        .multipart()
                        .file(
                                new MockMultipartFile(
                                        "file", "p.png", "image/png", bytes.toByteArray()))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange();
        assertThat(result).hasStatus(201);
        return body(result).at("/id").asString();
    }

    public void drain() {
        consumers.drain();
    }
}
