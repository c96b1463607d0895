package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that say what a translation answers. `HUYING_UPDATE=true` writes them anew.
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden/open311");

    private Golden() {}

    static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(String name, String answer) {
        try {
            if (Boolean.parseBoolean(System.getenv("HUYING_UPDATE"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(FOLDER.resolve(name), answer);
            }
            assertThat(answer).as(name).isEqualTo(read(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
