package org.huying.gateway.sending;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/// How a value is written where a template puts it. Pure.
public final class Escape {

    private Escape() {}

    /// In an address or a form.
    public static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// Inside the quotes of JSON.
    public static String json(String value) {
        var text = JsonMapper.shared().writeValueAsString(value);
        return text.substring(1, text.length() - 1);
    }

    /// One line, and of characters that a header may hold.
    public static String header(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "");
    }
}
