package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.huying.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/// The list of requests with its arguments, and bodies that mean no good.
@TestPropertySource(properties = "huying.access.open-per-minute=0") // a town of its own
class Open311ListEdgeTest extends Vendors {

    private static final String LIST = "/requests.json?jurisdiction_id=" + Town.REGION;
    private static final List<String> MADE = new ArrayList<>();

    /// Five of two kinds, in the order in which they came.
    @BeforeEach
    void five() {
        if (MADE.isEmpty()) {
            for (var code :
                    List.of(
                            "street-lamp",
                            "street-lamp",
                            "road-damage",
                            "street-lamp",
                            "road-damage")) {
                MADE.add(made(code));
            }
        }
        consumers.drain();
    }

    private String made(String code) {
        return Machine.number(
                vendor.post(
                        "/requests.json",
                        "jurisdiction_id",
                        Town.REGION,
                        "service_code",
                        code,
                        "address_id",
                        "370481001",
                        "description",
                        "第 " + MADE.size() + " 件"));
    }

    @Test
    void newestFirstAndPagesJoinWithoutGapOrOverlap() {
        var all = Machine.numbers(vendor.get(LIST));
        var expected = new ArrayList<>(MADE);
        Collections.reverse(expected);
        assertThat(all).isEqualTo(expected);
        var pages = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            pages.addAll(Machine.numbers(vendor.get(LIST + "&page_size=2&page=" + page)));
        }
        assertThat(pages).isEqualTo(expected);
        assertThat(Machine.numbers(vendor.get(LIST + "&page_size=2&page=4"))).isEmpty();
    }

    @Test
    void cursorsGoThroughTheWholeListAndEnd() {
        var expected = new ArrayList<>(MADE);
        Collections.reverse(expected);
        assertThat(walked(LIST + "&page_size=2")).isEqualTo(expected);
        assertThat(walked(LIST + "&page_size=1&service_code=street-lamp"))
                .containsExactly(MADE.get(3), MADE.get(1), MADE.get(0));
        assertThat(walked("/requests.json?jurisdiction_id=370481001&page_size=3"))
                .isEqualTo(expected);
        assertThat(vendor.get(LIST).headers().firstValue(Page.NEXT)).isEmpty();
    }

    @Test
    void cursorsGoThroughTheUpdatesToo() {
        var updates = "/servicerequestupdates.json?jurisdiction_id=" + Town.REGION;
        var all = updateIds(vendor.get(updates));
        assertThat(all).hasSizeGreaterThan(2);
        var walked = new ArrayList<String>();
        var after = "";
        do {
            var page = vendor.get(updates + "&page_size=2" + after);
            walked.addAll(updateIds(page));
            after = page.headers().firstValue(Page.NEXT).map(it -> "&after=" + it).orElse("");
        } while (!after.isEmpty());
        assertThat(walked).isEqualTo(all);
    }

    private static List<String> updateIds(HttpResponse<String> page) {
        return Machine.json(page)
                .valueStream()
                .map(it -> it.at("/update_id").asString(""))
                .toList();
    }

    /// The numbers of every page, by what each says of the next.
    private List<String> walked(String list) {
        var walked = new ArrayList<String>();
        var after = "";
        do {
            var page = vendor.get(list + after);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            walked.addAll(Machine.numbers(page));
            after = page.headers().firstValue(Page.NEXT).map(it -> "&after=" + it).orElse("");
        } while (!after.isEmpty());
        return walked;
    }

    @Test
    void narrowsByServiceStatusPlaceAndTime() {
        assertThat(Machine.numbers(vendor.get(LIST + "&service_code=road-damage")))
                .containsExactly(MADE.get(4), MADE.get(2));
        assertThat(Machine.numbers(vendor.get(LIST + "&service_code=road-damage,street-lamp")))
                .hasSize(5);
        assertThat(Machine.numbers(vendor.get(LIST + "&service_code=neighbour-dispute")))
                .as("not published")
                .isEmpty();
        assertThat(Machine.numbers(vendor.get(LIST + "&status=open"))).hasSize(5);
        assertThat(Machine.numbers(vendor.get(LIST + "&status=closed"))).isEmpty();
        assertThat(Machine.numbers(vendor.get(LIST + "&status=open,closed"))).hasSize(5);
        var town = "/requests.json?jurisdiction_id=";
        assertThat(Machine.numbers(vendor.get(town + "370481001"))).hasSize(5);
        assertThat(Machine.numbers(vendor.get(town + "370481002"))).isEmpty();
        assertThat(Machine.numbers(vendor.get(LIST + "&end_date=2020-01-01T00:00:00Z"))).isEmpty();
        assertThat(Machine.numbers(vendor.get(LIST + "&start_date=2020-01-01T00:00:00%2B08:00")))
                .as("90 days from there")
                .isEmpty();
    }

    @Test
    void emptyArgumentsAreNone() {
        assertThat(Machine.numbers(vendor.get(LIST + "&service_code=&status=&start_date=&page=")))
                .hasSize(5);
    }

    @Test
    void idsOverrideEverythingElse() {
        var asked = MADE.get(0) + "," + MADE.get(3) + ",nobody";
        assertThat(
                        Machine.numbers(
                                vendor.get(
                                        LIST
                                                + "&status=closed&end_date=2020-01-01T00:00:00Z&service_request_id="
                                                + asked)))
                .containsExactly(MADE.get(0), MADE.get(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=broken",
                "start_date=yesterday",
                "start_date=2026-01-01T00:00:00",
                "start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
                "start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
                "page=0",
                "page=x",
                "page_size=1001",
                "page=11&page_size=1000",
                "after=x",
                "after=1.00000000-0000-0000-0000-000000000000&page=2",
                "after=99999999999999999.00000000-0000-0000-0000-000000000000",
                "page=99999999999"
            })
    void refusesWhatMakesNoSense(String arguments) {
        var refused = vendor.get(LIST + "&" + arguments);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Machine.json(refused).at("/0/code").asInt()).isEqualTo(400);
    }

    @Test
    void packsWhereThatIsUnderstood() {
        var packed = vendor.get(LIST, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(vendor.get(LIST, "Accept-Encoding", "gzip;q=0").headers().map())
                .doesNotContainKey("content-encoding");
    }

    /// Half forms, half garbage, in every content type: refused or taken, never a failure of ours.
    @Test
    void noBodyMakesUsFail() {
        var random = new SplittableRandom(311);
        var types =
                List.of(
                        "application/x-www-form-urlencoded",
                        "application/json",
                        "multipart/form-data; boundary=EDGE",
                        "multipart/form-data",
                        "text/xml",
                        "application/x-www-form-urlencoded; charset=gbk",
                        "nonsense");
        var paths = List.of("/requests.json", "/requests.xml", "/servicerequestupdates.json");
        for (int i = 0; i < 400; i++) {
            var type = types.get(random.nextInt(types.size()));
            var path = paths.get(random.nextInt(paths.size()));
            var body = body(random, type.startsWith("multipart"));
            var answer = vendor.bytes(type, path + "?api_key=" + vendor.key(), body);
            assertThat(answer.statusCode())
                    .as(
                            "%s %s %s: %s",
                            type,
                            path,
                            new String(body, StandardCharsets.ISO_8859_1),
                            answer.body())
                    .isLessThan(500);
        }
    }

    private static final List<String> PIECES =
            List.of(
                    "jurisdiction_id=370481",
                    "&",
                    "=",
                    "service_code=street-lamp",
                    "lat=35.08",
                    "long=117.16",
                    "lat=%",
                    "%00",
                    "%zz",
                    "%F0%28%8C%28",
                    "attribute[",
                    "attribute[x]=1",
                    "description=",
                    "路灯",
                    "{",
                    "}",
                    "[",
                    "\"service_code\":\"street-lamp\"",
                    ",",
                    ":",
                    "null",
                    "1e999",
                    "\\u0000",
                    "\\ud800",
                    "address_string=x",
                    "phone=1",
                    "--EDGE",
                    "\r\n",
                    "--",
                    "\0",
                    "service_request_id=1",
                    "update_id=1",
                    "status=OPEN",
                    "updated_datetime=2026-01-01T00:00:00Z",
                    "api_key=",
                    "Content-Disposition: form-data; name=\"lat\"",
                    "; filename=\"x\"");

    private static byte[] body(SplittableRandom random, boolean parts) {
        var text = new StringBuilder(parts ? "--EDGE\r\n" : "");
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) == 0) {
                text.append('&');
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (random.nextInt(40) == 0) {
                bytes[i] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }
}
