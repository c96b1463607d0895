package org.huying.matter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the resident's word is asked for.
///
/// @param path of the page behind a link or a code; `{region}` and `{token}` stand for those of the asking
@ConfigurationProperties("huying.rating")
record RatingSettings(@DefaultValue("/resident/rate/{region}/{token}") String path) {

    private static final String REGION = "{region}";
    private static final String TOKEN = "{token}";

    RatingSettings {
        if (!path.startsWith("/") || !path.contains(TOKEN)) {
            throw new IllegalArgumentException(
                    "huying.rating.path must begin with / and hold {token}: " + path);
        }
    }

    String page(String region, String token) {
        return path.replace(REGION, region).replace(TOKEN, token);
    }
}
