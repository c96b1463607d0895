package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huying.gateway.open311.Submission.Read;
import org.huying.gateway.open311.Submission.Wrong;
import org.huying.gateway.sending.Characters;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.problem.ProblemException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Translations answer whatever they are given, and lose nothing.
class TotalTest {

    private static final Playbook PLAYBOOK = Sample.playbook();
    private static final Item LAMP = Sample.lamp();
    private static final List<String> NAMES =
            List.of(
                    "lat",
                    "long",
                    "address_string",
                    "address_id",
                    "description",
                    "first_name",
                    "last_name",
                    "phone",
                    "email",
                    "media_url",
                    "account_id",
                    "attribute[lamps]",
                    "attribute[blocksFireLane]",
                    "attribute[pole]",
                    "attribute[story]",
                    "attribute[since]",
                    "attribute[state]",
                    "attribute[harm]",
                    "attribute[other][]",
                    "attribute[",
                    "attribute[]",
                    "x");

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50),
                Arbitraries.of("", " ", "1", "true", "35.08", "-117.2", "370481001", "1e9", "NaN"),
                Arbitraries.strings().withChars('路', '灯', '坏', '\n').ofMaxLength(5_000));
    }

    @Provide
    Arbitrary<Map<String, List<String>>> fields() {
        var field = Combinators.combine(Arbitraries.of(NAMES), values()).as(Map::entry);
        return field.list()
                .ofMaxSize(12)
                .map(pairs -> {
                    var fields = new TreeMap<String, List<String>>();
                    pairs.forEach(it ->
                            fields.computeIfAbsent(it.getKey(), _ -> new ArrayList<>())
                                    .add(it.getValue()));
                    return fields;
                });
    }

    @Property(tries = 2_000, seed = "311")
    void everyFormIsReadOrRefusedWithReasons(@ForAll("fields") Map<String, List<String>> fields) {
        var form = new Form(fields, List.of());
        switch (Submission.of(form, Sample.TOWN, PLAYBOOK, LAMP)) {
            case Wrong(var errors) -> assertThat(errors).isNotEmpty();
            case Read(var report, var more) -> {
                assertThat(report.title()).isNotBlank().hasSizeLessThanOrEqualTo(80);
                assertThat(report.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
                assertThat(report.place()).hasSizeLessThanOrEqualTo(200);
                assertThat(report.fields()).containsKey("lamps");
                form.first("description")
                        .ifPresent(it -> assertThat(report.text()).startsWith(it.strip()));
                form.attributes()
                        .keySet()
                        .forEach(code ->
                                assertThat(
                                                report.fields().containsKey(code)
                                                        || more.containsKey(
                                                                "attribute[" + code + "]"))
                                        .as(code)
                                        .isTrue());
                for (var name : List.of("email", "media_url", "account_id")) {
                    assertThat(more.getOrDefault(name, List.of())).isEqualTo(form.all(name));
                }
            }
        }
    }

    @Property(tries = 2_000, seed = "312")
    void everyTextIsAForm(@ForAll String text) {
        try {
            assertThat(Form.urlencoded(text).fields()).isNotNull();
        } catch (ProblemException e) {
            assertThat(text).matches("(?s).*(\0|%00).*");
        }
    }

    @Property(tries = 1_000, seed = "313")
    void whatABrowserEncodesIsReadBack(
            @ForAll("values") String name, @ForAll("values") String value) {
        var key = Characters.clean(name);
        var text = Characters.clean(value);
        var form = Form.urlencoded(encoded(key) + "=" + encoded(text));
        assertThat(form.fields()).isEqualTo(Map.of(key, List.of(text)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Property(tries = 1_000, seed = "314")
    void whateverIsSaidXmlAndJsonSayItAlike(@ForAll String said) throws Exception {
        var rows =
                new Document.Rows(
                        "request", List.of(Document.Parts.of().with("description", said)));
        var clean = Characters.clean(said);
        var json = JsonMapper.shared().readTree(Format.JSON.write("service_requests", rows));
        assertThat(json.at("/0/description").asString("")).isEqualTo(clean);
        var xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        Format.XML.write("service_requests", rows)));
        assertThat(xml.getElementsByTagName("description").item(0).getTextContent())
                .isEqualTo(clean);
    }

    @Property(tries = 1_000, seed = "315")
    void everyAcceptHeaderMeansAFormat(@ForAll String header) {
        assertThat(Format.of(java.util.Optional.empty(), header)).isIn(Format.XML, Format.JSON);
    }

    @Property(tries = 500, seed = "316")
    void everyBytesAreJsonOrRefused(@ForAll byte[] body) {
        try {
            assertThat(Form.json(body).fields()).isNotNull();
        } catch (ProblemException e) {
            assertThat(e.problem().status().is4xxClientError()).isTrue();
        }
    }

    @Property(tries = 500, seed = "318")
    void cursorsAreReadBackOrNotThere(@ForAll String text, @ForAll long bits) {
        assertThat(Cursor.read(text)).isEmpty();
        var cursor = new Cursor(Instant.ofEpochSecond(bits >>> 34), new UUID(bits, ~bits));
        assertThat(Cursor.read(cursor.text())).contains(cursor);
        assertThat(Cursor.read(cursor.text() + "x")).isEmpty();
        assertThat(Cursor.read("-" + cursor.text())).isEmpty();
    }

    @Property(tries = 500, seed = "317")
    void momentsAreReadOrNotThere(@ForAll String text) {
        assertThat(Moments.read(text)).isNotNull();
    }

    @Test
    void momentsKeepTheirInstantWhateverTheirOffset() {
        var instant = Instant.parse("2026-11-20T13:15:30Z");
        assertThat(Moments.said(instant)).isEqualTo("2026-11-20T21:15:30+08:00");
        for (var text :
                List.of(
                        "2026-11-20T13:15:30Z",
                        "2026-11-20T08:15:30-05:00",
                        "2026-11-20T21:15:30+08:00",
                        "2026-11-20T21:15:30 08:00")) {
            assertThat(Moments.read(text)).as(text).contains(instant);
        }
        assertThat(Moments.read("2026-11-20T13:15:30")).isEmpty();
        assertThat(Moments.read("2026-11-20")).isEmpty();
        assertThat(Moments.read("+999999999-12-31T23:59:59Z")).isEmpty();
    }

    @Test
    void tooManyFieldsAreRefused() {
        assertThatThrownBy(() -> Form.urlencoded("a=1&".repeat(2_000)))
                .isInstanceOf(ProblemException.class);
    }
}
