package org.huying.gateway.channel;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.gateway.sending.Target;
import org.huying.notice.Inboxes;
import org.huying.notice.ToldNotices;
import org.huying.playbook.NoticeWords;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.Findings.Word;
import org.huying.playbook.check.SchemaCheck;
import org.huying.playbook.compile.Part;
import org.huying.playbook.tree.YamlReader;
import org.huying.problem.Language;
import org.huying.territory.TerritoryCode;

/// Reads the file of a channel. Everything that is wrong in it is found at once, with line and column.
final class PlanFile {

    /// What is not kept for the morning, where the file does not say.
    static final Set<String> URGENT =
            Set.of(
                    "unit-emergency",
                    "unit-red",
                    "desk-red",
                    "reply-red",
                    "burst-raised",
                    "whistle-called",
                    "muster-called");

    static final int LONGEST = 64 * 1024;

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/channels/channel.schema.json");
    private static final Word KIND = new Word("消息", "kind of notice");
    private static final int PER_MINUTE = 20;

    private PlanFile() {}

    /// What came of it: a plan if nothing is broken, and every finding.
    record Checked(Optional<Plan> plan, Findings findings) {}

    static Checked read(String file, String text) {
        var findings = new Findings();
        var tree = YamlReader.read(file, text, findings);
        if (tree.isEmpty()) {
            return new Checked(Optional.empty(), findings);
        }
        SCHEMA.judge(tree.get(), findings);
        var plan = plan(Part.root(tree.get(), findings));
        return new Checked(findings.broken() ? Optional.empty() : Optional.of(plan), findings);
    }

    private static Plan plan(Part root) {
        var means = MeansPart.read(root);
        var to = root.at("to");
        var language = root.at("language").text("zh").equals("en") ? Language.EN : Language.ZH;
        return new Plan(
                root.at("channel").text(""),
                root.name(),
                root.at("by").text(""),
                means,
                link(root.at("link")),
                language,
                to(to, means),
                kinds(root.at("kinds"), Set.of()),
                kinds(root.at("urgent"), URGENT),
                new Pace(quiet(root.at("quiet")), digest(root.at("digest"))),
                layout(root.at("words")),
                (int) root.at("cost").number(0),
                (int) root.at("per-minute").number(PER_MINUTE),
                root.at("sandbox").flag(false));
    }

    private static Optional<String> link(Part part) {
        var text = part.text("");
        if (part.present() && Target.of(text).isEmpty()) {
            part.wrong("bad-url", "应为 http 或 https 地址", "It is an http or https address");
        }
        return part.text().map(it -> it.replaceAll("/+$", ""));
    }

    private static Plan.To to(Part to, Means means) {
        var persons = to.at("persons");
        var residents = to.at("residents");
        if (persons.flag(false) && means instanceof Means.Robot) {
            persons.wrong(
                    "no-person", "机器人只在群里说话，到不了个人", "A robot speaks to its group, to no person");
        }
        if (residents.flag(false) && !(means instanceof Means.Sms)) {
            residents.wrong(
                    "no-sms", "居民只用短信告诉：by 写 sms", "Residents are told by text message: `by: sms`");
        }
        return new Plan.To(
                desks(to.at("desks")),
                addresses(to, means),
                persons.flag(false),
                residents.flag(false));
    }

    private static Set<UUID> desks(Part list) {
        return list.parts().stream()
                .flatMap(it -> it.text().stream())
                .filter(it -> it.matches("\\d{6}|\\d{9}|\\d{12}"))
                .map(it -> Inboxes.desk(TerritoryCode.of(it)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> addresses(Part to, Means means) {
        var list = to.at("addresses");
        for (var part : list.parts()) {
            if (part.text().filter(it -> !Address.fits(means, it)).isPresent()) {
                part.wrong(
                        "bad-address",
                        "`" + part.text("") + "` 不是这个渠道的地址",
                        "`" + part.text("") + "` is no address of this channel");
            }
        }
        if (means instanceof Means.Robot) {
            return List.of("");
        }
        if (means instanceof Means.Push && (to.at("desks").present() || list.present())) {
            to.wrong(
                    "no-desk",
                    "浏览器消息只到个人：写 persons: true",
                    "Browsers belong to persons: write `persons: true`");
        }
        if (to.at("desks").present() && list.parts().isEmpty()) {
            to.wrong("no-address", "写了 desks，还要写 addresses", "`desks` needs `addresses`");
        }
        return list.parts().stream().flatMap(it -> it.text().stream()).distinct().toList();
    }

    private static Set<String> kinds(Part list, Set<String> fallback) {
        if (!list.present()) {
            return fallback;
        }
        var kinds = new LinkedHashSet<String>();
        list.parts().forEach(it -> it.oneOf("kind", KIND, ToldNotices.KINDS).ifPresent(kinds::add));
        return Set.copyOf(kinds);
    }

    private static Quiet quiet(Part part) {
        var quiet = Quiet.of(part.text("22:00-07:00"));
        if (quiet.isEmpty()) {
            part.wrong("bad-hours", "写成 22:00-07:00，或者 none", "Write 22:00-07:00, or none");
        }
        return quiet.orElse(Quiet.NIGHT);
    }

    private static Digest digest(Part part) {
        return Digest.of(part.text("none")).orElse(Digest.NONE);
    }

    private static Layout layout(Part words) {
        MeansPart.words(words.at("title"), NoticeWords.OF_TITLE);
        MeansPart.words(words.at("text"), NoticeWords.OF_ONE);
        MeansPart.words(words.at("line"), NoticeWords.OF_LINE);
        MeansPart.words(words.at("digest"), NoticeWords.OF_MANY);
        Map<String, String> kinds = new HashMap<>();
        words.at("kinds")
                .entries()
                .forEach((kind, part) -> {
                    MeansPart.words(part, NoticeWords.OF_ONE);
                    if (!ToldNotices.KINDS.contains(kind)) {
                        part.findings()
                                .unknown(
                                        "kind",
                                        KIND,
                                        part.spot(),
                                        part.path(),
                                        kind,
                                        ToldNotices.KINDS);
                    }
                    kinds.put(kind, part.text(""));
                });
        return new Layout(
                words.at("title").text(),
                words.at("text").text(),
                words.at("line").text(),
                words.at("digest").text(),
                Map.copyOf(kinds));
    }
}
