package org.huying.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// What came back.
///
/// @param status 0 where nothing came
/// @param headers by their names in small letters; the last of each
record Answer(int status, Map<String, String> headers, byte[] body, Duration took) {

    static Answer none(Duration took) {
        return new Answer(0, Map.of(), new byte[0], took);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
