package org.huying.basemap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a tile is drawn in, by its first bytes; what the service says of it is not relied on.
enum Image {
    PNG("image/png", "\u0089PNG"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    WEBP("image/webp", "RIFF");

    private final String type;
    private final String begin;

    Image(String type, String begin) {
        this.type = type;
        this.begin = begin;
    }

    String type() {
        return type;
    }

    static Optional<Image> of(byte[] bytes) {
        var first = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(it -> first.startsWith(it.begin)).findFirst();
    }
}
