package org.huying.gateway.channel;

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
                        Example.class.getResourceAsStream("/channels/" + name + ".yaml"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Plan plan(String name) {
        var checked = PlanFile.read(name + ".yaml", file(name));
        return checked.plan()
                .orElseThrow(() -> new AssertionError(checked.findings().all().toString()));
    }
}
