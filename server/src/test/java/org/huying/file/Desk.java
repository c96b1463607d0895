package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.sheet.Limits;
import org.huying.sheet.SheetFile;
import org.huying.sheet.Unfit;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Somebody who brings files in over the API, and what comes back.
@TestComponent
class Desk {

    private final MockMvcTester http;
    private final Api api;
    private final ImportRun run;
    private final JdbcClient jdbc;

    Desk(MockMvcTester http, Api api, ImportRun run, JdbcClient jdbc) {
        this.http = http;
        this.api = api;
        this.run = run;
        this.jdbc = jdbc;
    }

    MvcTestResult send(String token, String kind, String name, byte[] content) {
        return http.post()
                .uri(Api.PLACE + "/files/kinds/" + kind + "/import")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    /// Sent and not begun.
    JsonNode sent(String token, String kind, String text) {
        var result = send(token, kind, "file.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(result).hasStatus(201);
        return api.body(result);
    }

    /// What has been begun, run to its end.
    boolean run(JsonNode file) {
        return run.run(Town.REGION + "/" + file.path("id").asString(), () -> false);
    }

    /// How it ended, how many were added and how many refused, whoever may look.
    List<String> counted(JsonNode file) {
        return jdbc.sql(
                        "SELECT lower(state) AS state, added, refused FROM file.import WHERE region = :region AND id = :id")
                .param("region", Town.REGION)
                .param("id", UUID.fromString(file.path("id").asString()))
                .query((row, _) ->
                        List.of(
                                row.getString("state"),
                                row.getString("added"),
                                row.getString("refused")))
                .single();
    }

    /// Begun and run to its end.
    JsonNode taken(String token, JsonNode file, String mode) {
        var id = file.path("id").asString();
        var started =
                api.post(token, "/files/imports/" + id + "/start", "{\"mode\":\"" + mode + "\"}");
        assertThat(started).hasStatus(202);
        assertThat(run(file)).isTrue();
        return api.body(api.get(token, "/files/imports/" + id));
    }

    List<List<String>> rows(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            var file = Files.createTempFile("answer", ".file");
            Files.write(file, answer.getResponse().getContentAsByteArray());
            var read = new ArrayList<List<String>>();
            try (var rows = SheetFile.of(file, Limits.LOCAL).rows()) {
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    read.add(row.get().cells());
                }
            } finally {
                Files.delete(file);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unfit e) {
            throw new AssertionError(e);
        }
    }
}
