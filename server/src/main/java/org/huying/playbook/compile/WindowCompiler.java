package org.huying.playbook.compile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.huying.playbook.WindowKind;
import org.huying.playbook.WindowKind.Hours;
import org.huying.playbook.check.Findings.Word;

/// Where one can come by appointment: the section `windows`.
final class WindowCompiler {

    private static final Word CHANNEL = new Word("渠道", "channel");

    private final Part windows;
    private final Set<String> channels;

    WindowCompiler(Part root) {
        this.windows = root.at("windows");
        this.channels = root.at("channels").entries().keySet();
    }

    Map<String, WindowKind> compile() {
        var all = new LinkedHashMap<String, WindowKind>();
        windows.entries().forEach((key, part) -> all.put(key, window(key, part)));
        return all;
    }

    private WindowKind window(String key, Part part) {
        return new WindowKind(
                key,
                part.name(),
                part.at("on")
                        .oneOf("level", Vocabulary.LEVEL, Vocabulary.LEVELS)
                        .orElse("community"),
                part.at("hours").parts().stream()
                        .flatMap(each -> each.read("bad-time", Hours::parse).stream())
                        .toList(),
                part.at("slot")
                        .read("bad-time", WindowCompiler::slot)
                        .orElse(Duration.ofMinutes(30)),
                (int) part.at("seats").number(1),
                (int) part.at("ahead").number(14),
                part.at("services").labels(),
                part.at("channel").oneOf("channel", CHANNEL, channels),
                part.at("template").flag(false));
    }

    private static Duration slot(String words) {
        var slot = Measures.span(words);
        if (slot.compareTo(Duration.ofMinutes(5)) < 0 || slot.compareTo(Duration.ofHours(8)) > 0) {
            throw new IllegalArgumentException("一次接待是 5 min 到 8 h / a visit takes 5 min to 8 h");
        }
        return slot;
    }
}
