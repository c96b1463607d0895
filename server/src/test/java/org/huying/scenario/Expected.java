package org.huying.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The published figures of a place, as its playbook quotes them under `expect`. Only tests read these.
record Expected(Map<?, ?> figures) {

    static Expected of(String playbook) {
        try (InputStream file =
                Objects.requireNonNull(
                        Expected.class.getResourceAsStream("/playbooks/" + playbook + ".yaml"))) {
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new Expected((Map<?, ?>) Objects.requireNonNull(root.get("expect")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int figure(String key) {
        return figures.get(key) instanceof Number number ? number.intValue() : missing(key);
    }

    /// A share between 0 and 1.
    double share(String key) {
        return figures.get(key) instanceof Number number ? number.doubleValue() : missing(key);
    }

    /// The sum of a list of figures.
    int sum(String key) {
        return figures.get(key) instanceof List<?> list
                ? list.stream().mapToInt(it -> ((Number) it).intValue()).sum()
                : missing(key);
    }

    private static int missing(String key) {
        throw new AssertionError("The playbook expects no figure " + key);
    }
}
