package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A list that ends half-way is no file: whoever takes it away is told, by the download that fails and by its last row.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huying.access.second-factor=false")
@org.springframework.context.annotation.Import({
    Postgres.class,
    Town.class,
    BrokenExportEdgeTest.Broken.class
})
class BrokenExportEdgeTest {

    private static final int LINES = 20_000;

    /// Comes to no end.
    static final class Broken implements Outlet {

        @Override
        public String kind() {
            return "broken";
        }

        @Override
        public Words name() {
            return new Words("断的", "Broken");
        }

        @Override
        public String permission() {
            return FileController.EXPORT;
        }

        @Override
        public List<Filter> filters(String region) {
            return List.of();
        }

        @Override
        public Lines<?> open(Asked asked) {
            var sheet =
                    new ExcelSheet<Integer>(
                            "断的",
                            "broken",
                            List.of(
                                    new ExcelSheet.Column<>(
                                            "数", 10, it -> "%d 号的一行".formatted(it))));
            return new Lines<>(
                    sheet, IntStream.iterate(1, it -> it + 1).map(Broken::until).iterator());
        }

        private static int until(int line) {
            if (line > LINES) {
                throw new IllegalStateException("The database has gone");
            }
            return line;
        }
    }

    @Autowired Town town;
    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void theDownloadFails(String format) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(asked(format), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> answer.body().readAllBytes());
        }
    }

    @Test
    void whateverCameOfItSaysThatItIsNotComplete() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(asked("csv"), BodyHandlers.ofInputStream());
            var text = read(answer.body());
            assertThat(text).contains("20000 号的一行").endsWith("导出中断，本表不完整\r\n");
        }
    }

    private static String read(InputStream body) {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            for (int next = body.read(); next >= 0; next = body.read()) {
                bytes.write(next);
            }
        } catch (IOException _) {
            // as it has to end, see above
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private HttpRequest asked(String format) {
        town.ready();
        var address =
                "http://localhost:%d/api/v1/%s/files/kinds/broken/export?purpose=test&format=%s"
                        .formatted(port, Town.REGION, format);
        var token = town.token("county-desk", Optional.empty());
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
