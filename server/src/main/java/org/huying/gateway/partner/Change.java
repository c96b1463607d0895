package org.huying.gateway.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/// What has changed of an order, in words for those who work it. Of what tells about a person it is only said that it has.
final class Change {

    private static final int LONGEST = 300;
    private static final int MOST = 2_000;

    private Change() {}

    /// Empty when nothing has.
    static String between(Map<OrderField, String> before, Map<OrderField, String> now) {
        var lines = new ArrayList<String>();
        for (var field : OrderField.values()) {
            var was = before.get(field);
            var is = now.get(field);
            // what a later message does not speak of stands
            if (is != null && !Objects.equals(was, is)) {
                lines.add(
                        field.personal()
                                ? field.label().zh() + "已更新"
                                : "%s：%s".formatted(field.label().zh(), Opening.cut(is, LONGEST)));
            }
        }
        return lines.isEmpty() ? "" : Opening.cut("来单更新：\n" + String.join("\n", lines), MOST);
    }

    /// Of everything the order says, whatever the order of its fields.
    static byte[] digest(Map<OrderField, String> said) {
        var digest = sha256();
        for (var field : OrderField.values()) {
            var value = said.get(field);
            if (value != null) {
                digest.update((field.key() + "\0" + value + "\1").getBytes(StandardCharsets.UTF_8));
            }
        }
        return digest.digest();
    }

    static byte[] digest(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
