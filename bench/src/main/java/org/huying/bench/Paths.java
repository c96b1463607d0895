package org.huying.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The addresses of the lists.
final class Paths {
    private Paths() {}

    static String search(String region, String words) {
        return "/api/v1/"
                + region
                + "/search?q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
