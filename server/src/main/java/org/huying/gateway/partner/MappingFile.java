package org.huying.gateway.partner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.gateway.partner.Mapping.Clocks;
import org.huying.gateway.partner.Mapping.Kind;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.Findings.Word;
import org.huying.playbook.check.SchemaCheck;
import org.huying.playbook.compile.Part;
import org.huying.playbook.tree.YamlReader;

/// Reads the file of a partner. Everything that is wrong in it is found at once, with line and column.
final class MappingFile {

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/partners/partner.schema.json");
    private static final Word ORDER_FIELD = new Word("工单字段", "field of an order");
    private static final Word CHOSEN = new Word("可以用对照表的字段", "field with a table of words");
    private static final List<String> TABLES = List.of("item", "demand", "area", "confidential");
    private static final List<String> ORDER_FIELDS =
            Arrays.stream(OrderField.values()).map(OrderField::key).toList();
    private static final int SKEW = 300;
    private static final String CHANNEL = "machine";

    private MappingFile() {}

    /// What came of it: a mapping if nothing is broken, and every finding.
    record Checked(Optional<Mapping> mapping, Findings findings) {}

    static Checked read(String file, String text) {
        var findings = new Findings();
        var tree = YamlReader.read(file, text, findings);
        if (tree.isEmpty()) {
            return new Checked(Optional.empty(), findings);
        }
        SCHEMA.judge(tree.get(), findings);
        var mapping = mapping(Part.root(tree.get(), findings));
        return new Checked(findings.broken() ? Optional.empty() : Optional.of(mapping), findings);
    }

    private static Mapping mapping(Part root) {
        var in = root.at("in");
        var out = root.at("out");
        var day = root.at("day");
        var sign = root.at("sign");
        if (!in.present() && !out.present()) {
            root.wrong("missing", "in 和 out 至少要有一个", "There must be `in` or `out`");
        }
        if (day.present() && !in.present()) {
            day.wrong("needs-in", "对账要先有 in", "`day` needs `in`");
        }
        return new Mapping(
                root.at("partner").text(""),
                root.name(),
                Scheme.of(sign.at("scheme").text("")).orElse(Scheme.HMAC_SHA256),
                Duration.ofSeconds((long) sign.at("skew").number(SKEW)),
                in.present() ? Optional.of(in(in)) : Optional.empty(),
                out.present() ? Optional.of(OutPart.read(out)) : Optional.empty(),
                day.present() ? Optional.of(day(day)) : Optional.empty());
    }

    private static Mapping.In in(Part in) {
        var fields = new EnumMap<OrderField, String>(OrderField.class);
        in.at("fields")
                .entries()
                .forEach((key, part) ->
                        key(part, key, ORDER_FIELD, ORDER_FIELDS)
                                .flatMap(OrderField::of)
                                .ifPresent(it -> fields.put(it, part.text(""))));
        if (!fields.containsKey(OrderField.NUMBER)) {
            in.at("fields").wrong("missing", "缺少 `number`", "`number` is missing");
        }
        if (!fields.containsKey(OrderField.TITLE) && !fields.containsKey(OrderField.TEXT)) {
            in.at("fields")
                    .wrong("missing", "title 和 text 至少要有一个", "There must be `title` or `text`");
        }
        var kind = in.at("kind");
        return new Mapping.In(
                kind.at("field").text(),
                kinds(kind.at("words")),
                in.at("id").text(""),
                in.at("sent").text(),
                clocks(in.at("time")),
                in.at("words").text(),
                fields,
                tables(in.at("values")),
                in.at("channel").text(CHANNEL),
                tell(in.at("tell")));
    }

    private static Map<String, Kind> kinds(Part words) {
        var kinds = new LinkedHashMap<String, Kind>();
        words.entries()
                .forEach((word, part) ->
                        Arrays.stream(Kind.values())
                                .filter(it ->
                                        it.name().toLowerCase(Locale.ROOT).equals(part.text("")))
                                .findFirst()
                                .ifPresent(it -> kinds.put(word, it)));
        return kinds;
    }

    private static Map<OrderField, Mapping.Table> tables(Part values) {
        var tables = new EnumMap<OrderField, Mapping.Table>(OrderField.class);
        values.entries()
                .forEach((key, part) ->
                        key(part, key, CHOSEN, TABLES)
                                .flatMap(OrderField::of)
                                .ifPresent(it -> tables.put(it, table(part))));
        return tables;
    }

    private static Mapping.Table table(Part part) {
        var words = new LinkedHashMap<String, String>();
        part.at("words").entries().forEach((word, ours) -> words.put(word, ours.text("")));
        return new Mapping.Table(words, part.at("unknown").text("").equals("leave"));
    }

    private static List<OrderField> tell(Part list) {
        return list.parts().stream()
                .flatMap(it -> it.oneOf("field", ORDER_FIELD, ORDER_FIELDS).stream())
                .flatMap(it -> OrderField.of(it).stream())
                .filter(it -> {
                    if (it.personal()) {
                        list.wrong(
                                "personal",
                                "`" + it.key() + "` 是个人信息，不能写进正文",
                                "`" + it.key() + "` tells about a person; it cannot be told");
                    }
                    return !it.personal();
                })
                .toList();
    }

    static Clocks clocks(Part part) {
        try {
            return part.text()
                    .map(it ->
                            new Clocks(
                                    DateTimeFormatter.ofPattern(
                                                    it.replace("yyyy", "uuuu"), Locale.ROOT)
                                            .withResolverStyle(ResolverStyle.STRICT),
                                    it.matches(".*[xXZ]+.*")))
                    .filter(it -> whole(it, part))
                    .orElse(Clocks.USUAL);
        } catch (IllegalArgumentException _) {
            wrongTime(part);
            return Clocks.USUAL;
        }
    }

    /// A time that is written so must be read again.
    private static boolean whole(Clocks clocks, Part part) {
        try {
            if (clocks.read(clocks.said(SAMPLE)).filter(SAMPLE::equals).isPresent()) {
                return true;
            }
        } catch (DateTimeException _) {
            // told below
        }
        wrongTime(part);
        return false;
    }

    private static final java.time.Instant SAMPLE = java.time.Instant.parse("2026-11-20T04:05:06Z");

    private static void wrongTime(Part part) {
        part.wrong(
                "bad-time-form",
                "`" + part.text("") + "`：应能写出年月日时分秒，如 yyyy-MM-dd HH:mm:ss",
                "`" + part.text("") + "`: must write date and time, e.g. yyyy-MM-dd HH:mm:ss");
    }

    private static Mapping.Day day(Part day) {
        return new Mapping.Day(
                OutPart.url(day.at("url")),
                day.at("fetch").present()
                        ? Optional.of(OutPart.url(day.at("fetch")))
                        : Optional.empty(),
                day.at("orders").text(""),
                day.at("results").text(""),
                day.at("repair").flag(false));
    }

    /// The key if it is known; else it is reported where it stands.
    static Optional<String> key(Part part, String key, Word thing, List<String> known) {
        if (known.contains(key)) {
            return Optional.of(key);
        }
        part.findings().unknown("key", thing, part.spot(), part.path(), key, known);
        return Optional.empty();
    }
}
