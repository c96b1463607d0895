package org.huying.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that say what a translation answers. `HUYING_UPDATE=true` writes them anew.
public record Golden(Path folder) {

    /// The files of one protocol.
    public static Golden of(String protocol) {
        return new Golden(Path.of("src/test/resources/golden", protocol));
    }

    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void check(String name, String answer) {
        try {
            if (Boolean.parseBoolean(System.getenv("HUYING_UPDATE"))) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(name), answer);
            }
            assertThat(answer).as(name).isEqualTo(read(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
