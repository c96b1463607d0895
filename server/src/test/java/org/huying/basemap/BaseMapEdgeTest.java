package org.huying.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huying.database.Postgres;
import org.huying.territory.DivisionImport;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.huying.tile.Tile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// A map service on a real socket that says what it is told to, and who asks for its tiles through us.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import(Postgres.class)
class BaseMapEdgeTest {
    private static final String REGION = "330110";
    private static final double LON = 120.0;
    private static final double LAT = 30.4;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static final HttpServer SERVICE = service();

    @TempDir static Path folder;

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry registry) {
        var address = "http://127.0.0.1:" + SERVICE.getAddress().getPort();
        registry.add("huying.basemap.layers[0]", () -> address + "/{s}/{z}/{x}/{y}?tk=secret");
        registry.add("huying.basemap.layers[1]", () -> address + "/names/{z}/{x}/{y}");
        registry.add("huying.basemap.hosts", () -> "t0,t1");
        registry.add("huying.basemap.approval", () -> "GS（2026）1号");
        registry.add("huying.basemap.deepest", () -> "17");
        registry.add("huying.basemap.folder", folder::toString);
    }

    @Autowired DivisionImport divisions;
    @Autowired OutlineImport outlines;
    @Autowired Territory territory;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    @BeforeEach
    void county() {
        ASKED.clear();
        divisions.county(REGION);
        var start = LocalDate.of(2026, 1, 1);
        var now = start.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var street = territory.children(TerritoryCode.of(REGION), now).getFirst();
        var community = territory.children(street.code(), now).getFirst().code().value();
        outlines.run(
                REGION,
                json.readTree(outline(community)),
                new OutlineImport.Request(Datum.CGCS2000, start, "测试", false));
    }

    @AfterAll
    static void stop() {
        SERVICE.stop(0);
    }

    @Test
    void saysWhatLiesUnderTheMapWithoutTheKey() {
        var said = http.get().uri("/api/v1/basemap").exchange();
        assertThat(said).hasStatusOk();
        assertThat(said.getResponse().getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .contains("\"layers\":2", "GS（2026）1号", "\"deepest\":17")
                .doesNotContain("secret", "127.0.0.1");
    }

    @Test
    void asksTheServiceOnceForATileThatManyWantAtATime() throws Exception {
        var tile = at(15);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 12)
                            .mapToObj(_ -> threads.submit(() -> get(0, tile)))
                            .toList();
            for (var answer : answers) {
                assertThat(answer.get()).hasStatusOk();
                assertThat(answer.get().getResponse().getContentAsByteArray()).isEqualTo(PNG);
            }
        }
        assertThat(ASKED).hasSize(1).first().asString().endsWith("?tk=secret").startsWith("/t");
        assertThat(get(0, tile).getResponse().getContentType()).isEqualTo("image/png");
        assertThat(get(0, tile).getResponse().getHeader("Cache-Control")).contains("public");
        assertThat(folder.resolve(new Square(0, tile).path())).hasBinaryContent(PNG);
        assertThat(get(1, tile)).hasStatusOk();
        assertThat(ASKED).last().asString().startsWith("/names/");
    }

    @Test
    void passesOnNothingFromElsewhereAndNoUnknownLayer() {
        var far = new Tile(15, at(15).x() + 3000, at(15).y());
        for (var refused : List.of(get(0, far), get(2, at(15)), get(-1, at(15)), get(0, at(18)))) {
            assertThat(refused).hasStatus(404);
        }
        assertThat(ASKED).isEmpty();
    }

    @Test
    void keepsNothingThatIsNoPictureAndLeavesAFailingServiceAlone() {
        var tile = at(13);
        assertThat(get(0, tile)).hasStatus(503);
        assertThat(get(0, tile)).hasStatus(503);
        assertThat(ASKED).hasSize(1);
        assertThat(folder.resolve(new Square(0, tile).path())).doesNotExist();
    }

    private MvcTestResult get(int layer, Tile tile) {
        return http.get()
                .uri(
                        "/api/v1/{region}/basemap/{layer}/{z}/{x}/{y}",
                        REGION,
                        layer,
                        tile.z(),
                        tile.x(),
                        tile.y())
                .exchange();
    }

    private static Tile at(int zoom) {
        return new Tile(
                zoom,
                (int) Math.scalb(Tile.east(LON + 0.005), zoom),
                (int) Math.scalb(Tile.south(LAT + 0.005), zoom));
    }

    private static String outline(String code) {
        return """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"code":"%1$s","name":"测试","kind":"division"},
         "geometry":{"type":"Polygon","coordinates":[[[%2$s,%3$s],[%4$s,%3$s],[%4$s,%5$s],[%2$s,%5$s],[%2$s,%3$s]]]}}]}
        """
                .formatted(code, LON, LAT, LON + 0.01, LAT + 0.01);
    }

    /// Answers a picture after a moment; at zoom 13 a page that says 200 and is none.
    private static HttpServer service() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        ASKED.add(exchange.getRequestURI().toString());
                        var page = "<html>quota</html>".getBytes(StandardCharsets.UTF_8);
                        var body = exchange.getRequestURI().getPath().contains("/13/") ? page : PNG;
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
