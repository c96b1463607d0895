package org.huying.gateway.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.playbook.Playbook;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;

/// The shipped files of partners, and the base playbook.
final class Example {

    static final String HOTLINE = "hotline-12345";
    static final String PROVINCE = "provincial-platform";

    private Example() {}

    static String text(String name) {
        try (var file = Example.class.getResourceAsStream("/partners/" + name + ".yaml")) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mapping mapping(String name) {
        var checked = MappingFile.read(name + ".yaml", text(name));
        return checked.mapping().orElseThrow(() -> new AssertionError(lines(checked)));
    }

    static String lines(MappingFile.Checked checked) {
        return checked.findings().all().stream()
                .map(it -> it.line(false))
                .collect(Collectors.joining("\n"));
    }

    static Playbook playbook() {
        var shipped = new ShippedFiles();
        return new Loading(shipped, (_, _) -> Optional.empty())
                .load(shipped.playbook("base").orElseThrow())
                .playbook()
                .orElseThrow();
    }
}
