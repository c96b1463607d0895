package org.huying.gateway.signin;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.gateway.sending.Target;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.SchemaCheck;
import org.huying.playbook.compile.Part;
import org.huying.playbook.tree.YamlReader;

/// Reads the file of a provider. Everything that is wrong in it is found at once, with line and column.
final class ProviderFile {
    static final int LONGEST = 64 * 1024;

    private static final SchemaCheck SCHEMA = SchemaCheck.of("/providers/provider.schema.json");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final int SKEW = 60;

    /// What is no account id: it may be the same for two people, or pass to another.
    private static final Set<String> NO_ID =
            Set.of(
                    "name",
                    "realname",
                    "given_name",
                    "family_name",
                    "nickname",
                    "nick",
                    "preferred_username",
                    "email",
                    "mail",
                    "phone",
                    "phone_number",
                    "mobile",
                    "telephone");

    private ProviderFile() {}

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
        var by = root.at("by").text("");
        if (!by.isEmpty() && !root.at(by).present()) {
            root.wrong(
                    "missing",
                    "by 写的是 " + by + "，缺少 `" + by + "`",
                    "`by` says " + by + "; `" + by + "` is missing");
        }
        return new Plan(
                root.at("provider").text(""),
                root.name(),
                by,
                address(root.at("at")),
                words(root.at("doors"), Set.of("desk", "field")),
                by.equals("code") ? CodePart.read(root.at("code")) : oidc(root.at("oidc")));
    }

    private static Way oidc(Part part) {
        address(part.at("issuer"));
        var scopes = new LinkedHashSet<String>();
        scopes.add("openid");
        part.at("scopes").parts().forEach(it -> it.text().ifPresent(scopes::add));
        var account = part.at("account");
        id(account, account.text("sub"));
        return new Way.Oidc(
                part.at("issuer").text(""),
                part.at("client").text(""),
                switch (part.at("proof").text("basic")) {
                    case "post" -> Way.Proof.POST;
                    case "none" -> Way.Proof.NONE;
                    default -> Way.Proof.BASIC;
                },
                scopes.stream().toList(),
                account.text("sub"),
                words(part.at("algorithms"), ALGORITHMS).stream()
                        .map(JWSAlgorithm::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                (int) part.at("skew").number(SKEW),
                part.at("sign-out").flag(true));
    }

    /// Reports a name that is nobody's account id.
    static void id(Part part, String name) {
        if (NO_ID.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            part.wrong(
                    "no-id",
                    "`%s` 不是账号标识：姓名、手机号和邮箱会重、会换人，不能用来认人".formatted(name),
                    "`%s` is no account id: names, telephone numbers and mail addresses are shared and pass on"
                            .formatted(name));
        }
    }

    /// Without the slash at its end.
    private static String address(Part part) {
        var text = part.text("");
        if (part.present() && (Target.of(text).isEmpty() || text.contains("?"))) {
            part.wrong("bad-url", "应为 http 或 https 地址", "It is an http or https address");
        }
        return text.replaceAll("/+$", "");
    }

    private static Set<String> words(Part list, Set<String> fallback) {
        var words =
                list.parts().stream()
                        .flatMap(it -> it.text().stream())
                        .collect(Collectors.toUnmodifiableSet());
        return words.isEmpty() ? fallback : words;
    }
}
