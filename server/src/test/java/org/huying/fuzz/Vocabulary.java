package org.huying.fuzz;

import java.util.List;
import java.util.Map;
import org.huying.Town;

/// Words that could be right before any answer has taught others, by the name of the field.
final class Vocabulary {

    static final Map<String, List<String>> WORDS =
            Map.ofEntries(
                    Map.entry(
                            "area",
                            List.of(
                                    Town.REGION,
                                    "370481001",
                                    "370481002",
                                    "370481001001",
                                    "370481003")),
                    Map.entry("code", List.of("370481001", "370481001001", "123456")),
                    Map.entry("parent", List.of(Town.REGION, "370481001")),
                    Map.entry("within", List.of("370481001", "2 hours")),
                    Map.entry("anchor", List.of(Town.REGION, "370481001")),
                    Map.entry("channel", List.of("snap", "web", "desk", "phone", "machine")),
                    Map.entry("item", List.of("street-lamp", "road-damage", "neighbour-dispute")),
                    Map.entry("subject", List.of("street-lamp", "咨询")),
                    Map.entry("demand", List.of("unstated", "complaint", "help")),
                    Map.entry("kind", List.of("staff", "machine", "party-work", "errand")),
                    Map.entry("role", List.of("leader", "unit-handler", "grid-worker", "partner")),
                    Map.entry("phone", List.of("13800001111", "13900002222")),
                    Map.entry("password", List.of("Long-enough-1!", "Huying-demo-2026")),
                    Map.entry("login", List.of("fuzz-made-1", "fuzz-made-2", "everything")),
                    Map.entry("name", List.of("张三", "路灯所", "A name")),
                    Map.entry("title", List.of("路灯不亮", "A lamp is out")),
                    Map.entry("reason", List.of("other-place", "not-ours", "不归我们管")),
                    Map.entry("answer", List.of("satisfied", "basic", "COMING")),
                    Map.entry("url", List.of("https://example.org/hook")),
                    Map.entry("topic", List.of("river/WL-7/level", "street/manhole/up")),
                    Map.entry(
                            "message",
                            List.of("{\"ts\":1796025600000,\"data\":{\"level\":3.61}}", "{}")),
                    Map.entry("region", List.of(Town.REGION)),
                    Map.entry("purpose", List.of("核对", "checking")),
                    Map.entry("rung", List.of("grid", "community", "street")),
                    Map.entry("window", List.of("service-window")),
                    Map.entry("mode", List.of("surge", "normal", "all", "partial")),
                    Map.entry("team", List.of("surge-squad")),
                    Map.entry("way", List.of("phone", "visit")),
                    Map.entry("limit", List.of("2 hours", "1 work-day")),
                    Map.entry("length", List.of("2 hours", "1 work-day")),
                    Map.entry("door", List.of("desk", "field")),
                    Map.entry("provider", List.of("city-identity", "wecom-style")),
                    Map.entry("partner", List.of("hotline")),
                    Map.entry("connection", List.of("riverside", "cameras")),
                    Map.entry("account", List.of("hotline", "vendor")),
                    Map.entry("trait", List.of("item", "channel")),
                    Map.entry("year", List.of("2026", "2027")),
                    Map.entry("x", List.of("0", "13526", "6763")),
                    Map.entry("y", List.of("0", "6440", "3220")),
                    Map.entry("z", List.of("4", "10", "14", "16")),
                    Map.entry("layer", List.of("0", "1")),
                    Map.entry("lon", List.of("117.16", "117.2")),
                    Map.entry("lat", List.of("35.08", "35.1")),
                    Map.entry("west", List.of("117.0")),
                    Map.entry("east", List.of("117.3")),
                    Map.entry("south", List.of("35.0")),
                    Map.entry("north", List.of("35.2")));

    /// For a name that says nothing.
    static final List<String> ANY =
            List.of(
                    "路灯不亮",
                    "street-lamp",
                    "30 min",
                    "2026-03-02",
                    "123456",
                    "13800001111",
                    "370481",
                    "370481001",
                    "OPEN",
                    "x1",
                    "0190f5fe-0000-7000-8000-000000000001");

    private Vocabulary() {}
}
