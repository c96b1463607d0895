package org.huying.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request while it is made. It can be made wrong in every part.
final class Shot {

    /// @param escaped as it stands in the address
    record Asked(String name, String escaped) {}

    private static final int SHOWN = 600;

    final Operation operation;
    final Cast.Role role;
    final List<String> spoilt = new ArrayList<>();
    final List<Asked> query = new ArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    String path;
    String type = "";
    byte[] body = new byte[0];

    Shot(Operation operation, Cast.Role role, String path) {
        this.operation = operation;
        this.role = role;
        this.method = operation.method();
        this.path = path;
    }

    String target() {
        var target = new StringBuilder(path);
        var mark = '?';
        for (var asked : query) {
            target.append(mark).append(asked.name()).append('=').append(asked.escaped());
            mark = '&';
        }
        return target.toString();
    }

    /// As it goes over the wire.
    byte[] bytes() {
        var head = new StringBuilder(method).append(' ').append(target()).append(" HTTP/1.1\r\n");
        headers.putIfAbsent("Host", "localhost");
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        if (body.length > 0 || !(method.equals("GET") || method.equals("DELETE"))) {
            headers.putIfAbsent("Content-Length", String.valueOf(body.length));
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /// For people, who may want to send it again.
    String told() {
        var text = new String(body, StandardCharsets.UTF_8);
        var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        var target = target();
        var kept = new LinkedHashMap<>(headers);
        kept.computeIfPresent(
                "Authorization", (_, it) -> it.substring(0, Math.min(16, it.length())));
        return "%s: %s %s %s %s\n      %s"
                .formatted(
                        role.name(),
                        method,
                        target.length() > SHOWN ? target.substring(0, SHOWN) + "…" : target,
                        kept,
                        spoilt,
                        shown);
    }
}
