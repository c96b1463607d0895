package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.gateway.Golden;
import org.huying.gateway.open311.Submission.Read;
import org.huying.gateway.open311.Submission.Wrong;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.territory.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Both directions, by files.
class GoldenTest {

    private static final Golden FILES = Golden.of("open311");

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00.750Z");

    static final Shown OPEN =
            new Shown(
                    "370481-261120-00042",
                    "DISPATCHED",
                    true,
                    "street-lamp",
                    "路灯不亮",
                    "荆河路口 3 盏灯不亮 <三天了> & 没人来\n“急”😀\u0001\uD800",
                    "",
                    "路灯管理所",
                    NOON,
                    NOON.plusSeconds(3_600),
                    Optional.of(NOON.plusSeconds(86_400)),
                    "荆河路口, 荆河街道, 滕州市",
                    "370481001",
                    Optional.of(new GeoPoint(117.165432109, 35.08)),
                    "https://example.org/open311/v2/media/370481/a/b");

    static final Shown CLOSED =
            new Shown(
                    "370481-261120-00043",
                    "CLOSED",
                    false,
                    "public-toilet",
                    "公厕脏乱",
                    "",
                    "已打扫",
                    "",
                    NOON,
                    NOON,
                    Optional.empty(),
                    "",
                    "370481",
                    Optional.empty(),
                    "");

    @ParameterizedTest
    @EnumSource(Format.class)
    void requests(Format format) {
        var rows =
                new Document.Rows(
                        "request",
                        List.of(OPEN.document(Language.ZH), CLOSED.document(Language.EN)));
        check("requests", format, "service_requests", rows);
        check("requests-none", format, "service_requests", new Document.Rows("request", List.of()));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void services(Format format) {
        check("services", format, "services", Services.list(Sample.playbook(), Language.ZH));
        check("services-en", format, "services", Services.list(Sample.playbook(), Language.EN));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void definition(Format format) {
        check(
                "definition",
                format,
                "service_definition",
                Services.definition(Sample.playbook(), Sample.lamp(), Language.ZH));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void errors(Format format) {
        var problem = Problem.FORBIDDEN.with("api_key 无效 <>", "invalid api_key");
        check("errors", format, "errors", Errors.document(403, problem, Language.ZH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specification",
                "chinese",
                "only-address",
                "multivalue",
                "every-type",
                "unfit-types",
                "nothing",
                "wrong",
                "long"
            })
    void submissions(String name) {
        var form = Form.urlencoded(FILES.read(name + ".form").strip());
        var read = Submission.of(form, Sample.COUNTY, Sample.playbook(), Sample.lamp());
        FILES.check(name + ".read", told(read));
    }

    @Test
    void jsonIsReadAsTheFormIs() {
        var json = Form.json(FILES.read("chinese.json").getBytes(StandardCharsets.UTF_8));
        var form = Form.urlencoded(FILES.read("chinese.form").strip());
        assertThat(Submission.of(json, Sample.COUNTY, Sample.playbook(), Sample.lamp()))
                .isEqualTo(Submission.of(form, Sample.COUNTY, Sample.playbook(), Sample.lamp()));
    }

    private static void check(String name, Format format, String root, Document document) {
        var text = new String(format.write(root, document), StandardCharsets.UTF_8);
        var lines =
                format == Format.XML
                        ? text.replaceAll("><(?!/)", ">\n<")
                        : text.replace(",\"", ",\n\"").replace("},{", "},\n{") + "\n";
        FILES.check(name + "." + format.name().toLowerCase(java.util.Locale.ROOT), lines);
    }

    private static String told(Submission submission) {
        return switch (submission) {
            case Read(var report, var more) ->
                    """
                    region %s
                    channel %s
                    demand %s
                    title %s
                    text %s
                    place %s
                    item %s
                    area %s
                    point %s
                    contact %s
                    fields %s
                    more %s
                    """
                            .formatted(
                                    report.region(),
                                    report.channel(),
                                    report.demand(),
                                    report.title(),
                                    report.text(),
                                    report.place(),
                                    report.item().orElse(""),
                                    report.area().map(it -> it.value()).orElse(""),
                                    report.point().map(Object::toString).orElse(""),
                                    report.contact(),
                                    report.fields(),
                                    more);
            case Wrong(var errors) ->
                    errors.stream()
                            .map(it ->
                                    it.path() + " " + it.code() + " " + it.zh() + " / " + it.en()
                                            + "\n")
                            .reduce("", String::concat);
        };
    }
}
