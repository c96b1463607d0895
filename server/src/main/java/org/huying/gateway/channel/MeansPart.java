package org.huying.gateway.channel;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huying.gateway.sending.Fill;
import org.huying.gateway.sending.Target;
import org.huying.playbook.compile.Part;

/// Reads by what protocol a channel speaks.
final class MeansPart {

    private static final int SUBMISSION = 587;
    private static final int OVER_TLS = 465;
    private static final int PLAIN = 25;
    private static final Set<String> OF_SMS =
            Set.of("phone", "title", "text", "id", "time", "millis");
    private static final Set<String> SIGNED_SMS =
            Set.of("phone", "title", "text", "id", "time", "millis", "sign");

    private static final Set<String> OWN = Set.of("smtp", "sms", "push");

    private MeansPart() {}

    /// Whatever is missing is reported; what is answered then is never used.
    static Means read(Part root) {
        var by = root.at("by").text("");
        var own = OWN.contains(by) ? by : "robot";
        if (!root.at(own).present()) {
            root.wrong(
                    "missing",
                    "by 写的是 " + by + "，缺少 `" + own + "`",
                    "`by` says " + by + "; `" + own + "` is missing");
        }
        return switch (own) {
            case "smtp" -> smtp(root.at("smtp"));
            case "sms" -> sms(root.at("sms"));
            case "push" -> push(root.at("push"));
            default -> robot(root.at("robot"), by);
        };
    }

    private static Means smtp(Part part) {
        var security =
                Arrays.stream(Means.Security.values())
                        .filter(it -> it.word().equals(part.at("security").text("")))
                        .findFirst()
                        .orElse(Means.Security.STARTTLS);
        int port =
                switch (security) {
                    case NONE -> PLAIN;
                    case STARTTLS -> SUBMISSION;
                    case TLS -> OVER_TLS;
                };
        if (!Address.mail(part.at("from").text(""))) {
            part.at("from").wrong("bad-address", "应为邮箱地址", "It is a mail address");
        }
        if (security == Means.Security.NONE && part.at("user").present()) {
            part.wrong(
                    "open-password",
                    "不加密就不能用口令登录：security 用 starttls 或 tls",
                    "No password goes over an open line: use starttls or tls");
        }
        return new Means.Smtp(
                part.at("host").text(""),
                (int) part.at("port").number(port),
                security,
                part.at("from").text(""),
                part.at("user").text());
    }

    private static Means push(Part part) {
        var key = part.at("key");
        var point = PushDevice.bytes(key.text(""));
        if (key.present() && point.filter(Curve::holds).isEmpty()) {
            key.wrong(
                    "bad-key",
                    "应为 VAPID 公钥：P-256 的点，65 字节的 base64url",
                    "It is the public VAPID key: a point of P-256, 65 bytes as base64url");
        }
        return new Means.Push(
                part.at("subject").text(""),
                key.text(""),
                part.at("hosts").parts().stream().flatMap(it -> it.text().stream()).toList());
    }

    private static Means robot(Part part, String by) {
        url(part.at("url"), Set.of());
        var brand =
                Arrays.stream(Means.Brand.values())
                        .filter(it -> it.word().equals(by))
                        .findFirst()
                        .orElse(Means.Brand.WECOM);
        boolean signed = part.at("signed").flag(false);
        if (signed && brand == Means.Brand.WECOM) {
            part.at("signed").wrong("unsigned", "企业微信机器人没有签名", "Robots of WeCom are not signed");
        }
        return new Means.Robot(brand, part.at("url").text(""), signed);
    }

    private static Means sms(Part part) {
        url(part.at("url"), SIGNED_SMS);
        known(part.at("body"), SIGNED_SMS);
        var headers = new LinkedHashMap<String, String>();
        part.at("headers")
                .entries()
                .forEach((name, value) -> {
                    known(value, SIGNED_SMS);
                    headers.put(name, value.text(""));
                });
        var sign = part.at("sign");
        known(sign.at("of"), OF_SMS);
        var answer = part.at("answer");
        if (answer.at("field").present() != answer.at("good").present()) {
            answer.wrong("half", "field 和 good 要一起写", "`field` and `good` go together");
        }
        var receipt = part.at("receipt");
        if (receipt.present() && !answer.at("id").present()) {
            receipt.wrong("needs-id", "回执要先有 answer.id", "`receipt` needs `answer.id`");
        }
        return new Means.Sms(
                part.at("url").text(""),
                headers,
                part.at("body").text(""),
                !part.at("as").text("json").equals("form"),
                sign.present() ? Optional.of(sign(sign)) : Optional.empty(),
                new Means.Answer(answer.at("field").text(), good(answer), answer.at("id").text()),
                receipt.present() ? Optional.of(receipt(receipt)) : Optional.empty());
    }

    private static Means.Sign sign(Part part) {
        return new Means.Sign(
                part.at("of").text(""),
                part.at("how").text("").equals("hmac-sha256"),
                part.at("as").text("hex").equals("base64"));
    }

    private static Means.Receipt receipt(Part part) {
        return new Means.Receipt(
                part.at("header").text(""),
                part.at("id").text(""),
                part.at("state").text(""),
                good(part));
    }

    private static List<String> good(Part part) {
        return part.at("good").parts().stream().flatMap(it -> it.text().stream()).toList();
    }

    private static void url(Part part, Collection<String> known) {
        known(part, known);
        var sample = Fill.in(part.text(""), Map.of(), UnaryOperator.identity());
        if (part.present() && Target.of(sample).isEmpty()) {
            part.wrong("bad-url", "应为 http 或 https 地址", "It is an http or https address");
        }
    }

    /// Words never hold a secret.
    static void words(Part part, Collection<String> known) {
        known(part, known);
        if (!Fill.secrets(part.text("")).isEmpty()) {
            part.wrong("secret", "话里不能有密钥", "Words hold no secret");
        }
    }

    private static void known(Part part, Collection<String> known) {
        var sorted = known.stream().sorted().toList();
        Fill.unknown(part.text(""), known)
                .forEach(it ->
                        part.wrong(
                                "unknown-value",
                                "`{%s}`：没有这个值，只有 %s".formatted(it, String.join("、", sorted)),
                                "`{%s}`: no such value; there are %s"
                                        .formatted(it, String.join(", ", sorted))));
    }
}
