package org.huying.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The addresses of the lists, and what forms send.
final class Paths {
    private Paths() {}

    static String search(String region, String words) {
        return "/api/v1/"
                + region
                + "/search?q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// Name, value, name, value.
    static String form(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
