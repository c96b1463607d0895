package org.huying.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pictures that are handed in with a task: seen by whoever sees the task, and of that task only.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class TaskPictureEdgeTest {

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired JdbcClient jdbc;

    private String desk = "";
    private String worker = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("county-desk", Optional.empty());
        worker = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void whatWasHandedInIsSeenByThoseWhoSeeTheTask() {
        var id = errand();
        for (int version = 1; version <= 3; version++) {
            assertThat(step(worker, id, "forward", version, "{}")).hasStatusOk();
        }
        var photo = api.picture(worker);
        var loose = api.picture(worker);
        var finish =
                "{\"words\":\"送到家了\",\"proof\":[{\"kind\":\"photo-site\",\"attachment\":\"%s\"}]}"
                        .formatted(photo);
        assertThat(step(worker, id, "finish", 4, finish)).hasStatusOk();
        var uri = "/tasks/" + id + "/attachments/";
        var small = api.get(desk, uri + photo + "?thumbnail=true");
        assertThat(small).hasStatusOk().hasContentType(MediaType.IMAGE_JPEG);
        assertThat(looks(id)).isZero();
        assertThat(api.get(desk, uri + photo)).hasStatusOk();
        assertThat(looks(id)).isOne();
        assertThat(api.get(desk, uri + loose)).hasStatus(404);
        var other = town.token("unit-handler", Optional.of("water"));
        assertThat(api.get(other, uri + photo)).hasStatus(404);
        var elsewhere = errand();
        assertThat(api.get(desk, "/tasks/" + elsewhere + "/attachments/" + photo)).hasStatus(404);
    }

    private long looks(String id) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM access.audit
                         WHERE region = '370481' AND act = 'looked-at-personal-data' AND subject = ? AND reason = 'photo'
                        """)
                .param(id)
                .query(Long.class)
                .single();
    }

    private String errand() {
        var result =
                api.post(
                        desk,
                        "/tasks",
                        "{\"kind\":\"errand\",\"area\":\"370481\",\"unit\":\"%s\"}"
                                .formatted(town.unit("lamps")));
        assertThat(result).hasStatus(201);
        return api.body(result).at("/id").asString();
    }

    private MvcTestResult step(String token, String id, String act, int version, String body) {
        return http.post()
                .uri(Api.PLACE + "/tasks/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
