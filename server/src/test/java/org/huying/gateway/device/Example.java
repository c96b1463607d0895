package org.huying.gateway.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The sample files that come with the program.
final class Example {

    private Example() {}

    static String file(String name) {
        try (var in =
                Objects.requireNonNull(
                        Example.class.getResourceAsStream("/devices/" + name + ".yaml"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Plan plan(String name) {
        return read(file(name));
    }

    static Plan read(String file) {
        var checked = PlanFile.read("test.yaml", file);
        return checked.plan()
                .orElseThrow(() -> new AssertionError(checked.findings().all().toString()));
    }
}
