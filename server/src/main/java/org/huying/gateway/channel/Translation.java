package org.huying.gateway.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.huying.gateway.sending.Escape;
import org.huying.gateway.sending.Fill;
import org.huying.gateway.sending.Hmac;
import org.huying.gateway.sending.Secrets;
import tools.jackson.databind.json.JsonMapper;

/// Words → what each protocol sends for them. Pure and total.
final class Translation {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private Translation() {}

    /// What is to be translated.
    record Letter(UUID id, String address, Layout.Said said, Instant at, boolean urgent) {

        Letter(UUID id, String address, Layout.Said said, Instant at) {
            this(id, address, said, at, false);
        }
    }

    static Outgoing of(Means means, Secrets secrets, Letter letter) {
        return switch (means) {
            case Means.Smtp smtp ->
                    new Outgoing.Mail(
                            letter.id(),
                            smtp.from(),
                            letter.address(),
                            letter.said().title(),
                            letter.said().text());
            case Means.Sms sms -> sms(sms, secrets, letter);
            case Means.Robot robot -> robot(robot, secrets, letter);
            case Means.Push _ -> notification(letter);
        };
    }

    /// An id and a headline; whoever wants to know more opens the app.
    private static Outgoing notification(Letter letter) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", letter.id().toString());
        fields.put("title", letter.said().title());
        return new Outgoing.Notification(
                PushDevice.of(letter.address())
                        .orElseThrow(() -> new IllegalArgumentException("no device")),
                JsonMapper.shared().writeValueAsString(fields),
                letter.urgent());
    }

    private static Outgoing robot(Means.Robot robot, Secrets secrets, Letter letter) {
        var url = Fill.in(robot.url(), secrets.values(), Escape::url);
        var key = robot.signed() ? secrets.find(Secrets.SIGN).orElse("") : "";
        var text = letter.said().text();
        return switch (robot.brand()) {
            case WECOM -> json(url, message("msgtype", "content", text));
            case DINGTALK ->
                    json(
                            robot.signed() ? url + dingtalk(url, key, letter.at()) : url,
                            message("msgtype", "content", text));
            case FEISHU -> {
                var body = message("msg_type", "text", text);
                body.put("content", body.remove("text"));
                if (robot.signed()) {
                    var time = Long.toString(letter.at().getEpochSecond());
                    body.put("timestamp", time);
                    body.put("sign", base64(Hmac.of(time + "\n" + key, "")));
                }
                yield json(url, body);
            }
        };
    }

    private static Map<String, Object> message(String type, String field, String text) {
        var body = new LinkedHashMap<String, Object>();
        body.put(type, "text");
        body.put("text", Map.of(field, text));
        return body;
    }

    private static String dingtalk(String url, String key, Instant at) {
        var time = Long.toString(at.toEpochMilli());
        var sign = base64(Hmac.of(key, time + "\n" + key));
        return (url.contains("?") ? "&" : "?") + "timestamp=" + time + "&sign=" + Escape.url(sign);
    }

    private static Outgoing json(String url, Map<String, Object> body) {
        return new Outgoing.Post(
                url, Map.of("Content-Type", JSON), JsonMapper.shared().writeValueAsString(body));
    }

    private static Outgoing sms(Means.Sms sms, Secrets secrets, Letter letter) {
        var values = new HashMap<>(secrets.values());
        values.put("phone", letter.address());
        values.put("title", letter.said().title());
        values.put("text", letter.said().text());
        values.put("id", letter.id().toString());
        values.put("time", Long.toString(letter.at().getEpochSecond()));
        values.put("millis", Long.toString(letter.at().toEpochMilli()));
        sms.sign().ifPresent(it -> values.put("sign", sign(it, secrets, values)));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", sms.json() ? JSON : FORM);
        sms.headers()
                .forEach(
                        (name, value) -> headers.put(name, Fill.in(value, values, Escape::header)));
        return new Outgoing.Post(
                Fill.in(sms.url(), values, Escape::url),
                headers,
                Fill.in(sms.body(), values, sms.json() ? Escape::json : Escape::url));
    }

    private static String sign(Means.Sign sign, Secrets secrets, Map<String, String> values) {
        var text = Fill.in(sign.of(), values, UnaryOperator.identity());
        var digest =
                sign.keyed() ? Hmac.of(secrets.find(Secrets.SIGN).orElse(""), text) : digest(text);
        return sign.base64() ? base64(digest) : HexFormat.of().formatHex(digest);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
