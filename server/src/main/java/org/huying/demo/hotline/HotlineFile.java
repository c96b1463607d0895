package org.huying.demo.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// How this hotline words things.
final class HotlineFile {

    private HotlineFile() {}

    static String text(String key, URI base) {
        try (var file = HotlineFile.class.getResourceAsStream("/demo/hotline.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("BASE", base.toString())
                    .replace("KEY", key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
