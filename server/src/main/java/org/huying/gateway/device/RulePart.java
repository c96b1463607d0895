package org.huying.gateway.device;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.gateway.device.Plan.Alarm;
import org.huying.gateway.device.Plan.Form;
import org.huying.gateway.device.Plan.Lost;
import org.huying.gateway.device.Plan.Measure;
import org.huying.gateway.device.Plan.Rule;
import org.huying.gateway.device.Plan.Stamp;
import org.huying.gateway.device.Plan.Time;
import org.huying.gateway.device.Plan.Words;
import org.huying.playbook.compile.Conditions;
import org.huying.playbook.compile.Part;
import tools.jackson.core.JsonPointer;

/// Reads how the messages of some topics are read.
final class RulePart {

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})(s|min|h|d)");

    /// Nothing about people comes from a device: no faces, no plates, no identities.
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?i).*(face|person|people|human|gender|plate|licen[cs]e|identity|idcard|id_card|passport|phone|mobile"
                            + "|imsi|photo|image|picture|snapshot|video|人脸|人员|姓名|性别|车牌|身份|证件|手机|图片|照片|视频).*");

    private RulePart() {}

    /// Empty, and reported, for what cannot be read.
    static Optional<Rule> read(Part part) {
        var topic = topic(part.at("topic"));
        var kind = DeviceKind.of(part.at("kind").text(""));
        var device = pointer(part.at("device"));
        if (topic.isPresent() && device.isPresent() == topic.get().named()) {
            part.wrong(
                    "no-device",
                    "设备编号要么在主题里写 {device}，要么用 device 指出，只用一种",
                    "The device stands in the topic as {device}, or where `device` points; one of them");
        }
        var readings = readings(part.at("readings"));
        if (topic.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Rule(
                        topic.get(),
                        kind.get(),
                        device,
                        pointer(part.at("id")),
                        time(part.at("time")),
                        pointer(part.at("battery")),
                        readings,
                        alarm(part.at("alarm"), kind.get(), readings),
                        lost(part.at("lost"), kind.get(), readings)));
    }

    private static Optional<Topic> topic(Part part) {
        var topic = part.text().flatMap(Topic::of);
        if (topic.isEmpty()) {
            part.wrong("bad-topic", "主题写得不对", "This is no pattern of topics");
        }
        return topic;
    }

    private static Optional<JsonPointer> pointer(Part part) {
        if (!part.present()) {
            return Optional.empty();
        }
        var text = part.text("");
        if (PERSONAL.matcher(text).matches()) {
            personal(part, text);
            return Optional.empty();
        }
        return part.text().map(JsonPointer::compile);
    }

    private static Optional<Time> time(Part part) {
        return pointer(part.at("at"))
                .map(it ->
                        new Time(
                                it,
                                switch (part.at("as").text("rfc3339")) {
                                    case "seconds" -> Stamp.SECONDS;
                                    case "millis" -> Stamp.MILLIS;
                                    default -> Stamp.RFC3339;
                                }));
    }

    private static Map<String, Measure> readings(Part part) {
        Map<String, Measure> readings = new LinkedHashMap<>();
        part.entries()
                .forEach((name, it) -> {
                    if (PERSONAL.matcher(name).matches()) {
                        personal(it, name);
                    }
                    var form =
                            switch (it.at("as").text("number")) {
                                case "text" -> Form.TEXT;
                                case "flag" -> Form.FLAG;
                                default -> Form.NUMBER;
                            };
                    pointer(it.at("at")).ifPresent(at -> readings.put(name, new Measure(at, form)));
                });
        return readings;
    }

    private static void personal(Part part, String word) {
        part.wrong(
                "personal",
                "`%s`：设备不能送来人脸、车牌、身份等个人信息和图像".formatted(word),
                "`%s`: devices send no faces, plates, identities or pictures".formatted(word));
    }

    private static Optional<Alarm> alarm(
            Part part, DeviceKind kind, Map<String, Measure> readings) {
        if (!part.present()) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        readings.forEach((name, it) ->
                names.put(
                        Judge.READING + name,
                        switch (it.form()) {
                            case NUMBER -> "measure";
                            case TEXT -> "text";
                            case FLAG -> "flag";
                        }));
        var conditions = Conditions.about(names);
        var off = conditions.compile(part.at("off"));
        var timing =
                new Watch.Timing(
                        span(part.at("for"), Duration.ZERO),
                        span(part.at("off-for"), Duration.ZERO),
                        span(part.at("quiet"), QUIET));
        boolean urgent = part.at("urgent").flag(kind == DeviceKind.CALL_BUTTON);
        var words = words(part, "%s报警：{name}".formatted(kind.label().zh()), readings);
        return conditions
                .compile(part.at("on"))
                .map(on -> new Alarm(on, off, timing, urgent, words));
    }

    private static Optional<Lost> lost(Part part, DeviceKind kind, Map<String, Measure> readings) {
        return part.present()
                ? Optional.of(
                        new Lost(
                                span(part.at("after"), Duration.ofDays(1)),
                                words(part, kind.label().zh() + "离线：{name}", readings)))
                : Optional.empty();
    }

    private static Words words(Part part, String title, Map<String, Measure> readings) {
        for (var key : new String[] {"title", "text"}) {
            Wording.unknown(part.at(key).text(""), readings.keySet())
                    .forEach(it ->
                            part.at(key)
                                    .wrong(
                                            "unknown-name",
                                            "模板里没有 {%s}".formatted(it),
                                            "A template has no {%s}".formatted(it)));
        }
        return new Words(
                part.at("item").text(),
                part.at("title").text(title),
                part.at("text").text("{place} {readings} {time}"));
    }

    private static Duration span(Part part, Duration usual) {
        var match = SPAN.matcher(part.text(""));
        if (!match.matches()) {
            return usual;
        }
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
