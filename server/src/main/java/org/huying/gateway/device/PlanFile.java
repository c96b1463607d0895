package org.huying.gateway.device;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.gateway.device.Plan.Means;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.SchemaCheck;
import org.huying.playbook.compile.Part;
import org.huying.playbook.tree.YamlReader;

/// Reads the file of a connection. Everything that is wrong in it is found at once, with line and column.
final class PlanFile {

    static final int LONGEST = 64 * 1024;

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/devices/connection.schema.json");
    private static final int PER_HOUR = 60;
    private static final int PLAIN = 1883;
    private static final int SECURE = 8883;

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
        if (findings.broken()) { // what is read below has its shape
            return new Checked(Optional.empty(), findings);
        }
        var plan = plan(Part.root(tree.get(), findings));
        return new Checked(findings.broken() ? Optional.empty() : Optional.of(plan), findings);
    }

    private static Plan plan(Part root) {
        return new Plan(
                root.at("connection").text(""),
                root.name(),
                means(root),
                root.at("rules").parts().stream()
                        .flatMap(it -> RulePart.read(it).stream())
                        .toList(),
                hosts(root.at("links")),
                (int) root.at("per-hour").number(PER_HOUR),
                root.at("channel").text("machine"));
    }

    private static Means means(Part root) {
        var mqtt = root.at("mqtt");
        var by = root.at("by").text("");
        if (by.equals("mqtt") != mqtt.present()) {
            root.wrong(
                    "missing",
                    "by 写 mqtt 时要有 `mqtt`，别的时候不要",
                    "`mqtt` stands there if `by` says mqtt, and only then");
        }
        return switch (by) {
            case "http" -> new Means.Http();
            case "sandbox" -> new Means.Sandbox();
            default -> mqtt(mqtt);
        };
    }

    private static Means mqtt(Part part) {
        var server = server(part.at("server"));
        var user = part.at("user").text();
        if (user.isPresent() && server.getScheme().equals("tcp")) {
            part.at("user")
                    .wrong(
                            "open-password",
                            "不加密就不能用口令登录：地址用 ssl://",
                            "No password goes over an open line: the address begins with ssl://");
        }
        return new Means.Mqtt(
                server,
                part.at("version").text("5").equals("5"),
                part.at("client").text(""),
                user,
                topics(part.at("topics")));
    }

    private static URI server(Part part) {
        try {
            var uri = new URI(part.text(""));
            var scheme = String.valueOf(uri.getScheme());
            boolean fits =
                    (scheme.equals("tcp") || scheme.equals("ssl"))
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && String.valueOf(uri.getPath()).isEmpty()
                            && uri.getQuery() == null;
            if (fits) {
                int usual = scheme.equals("ssl") ? SECURE : PLAIN;
                int port = uri.getPort() < 0 ? usual : uri.getPort();
                return new URI(scheme, null, uri.getHost(), port, null, null, null);
            }
        } catch (URISyntaxException _) {
            // said below
        }
        part.wrong(
                "bad-url",
                "应为 ssl://主机:端口 或 tcp://主机:端口",
                "It is ssl://host:port or tcp://host:port");
        return URI.create("tcp://localhost:1");
    }

    private static List<String> topics(Part list) {
        for (var part : list.parts()) {
            var fits = part.text().flatMap(Topic::of).filter(it -> !it.named());
            if (fits.isEmpty()) {
                part.wrong(
                        "bad-topic",
                        "不是可以订阅的主题：" + part.text(""),
                        "This cannot be subscribed: " + part.text(""));
            }
        }
        return list.parts().stream().flatMap(it -> it.text().stream()).distinct().toList();
    }

    private static Set<String> hosts(Part list) {
        return list.parts().stream()
                .flatMap(it -> it.text().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
