package org.huying.access.session;

import java.util.Set;
import java.util.TreeSet;
import org.huying.problem.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `huying.mode`: `production` unless said otherwise (`demo`, `bench`, `replay`, `test`). What is only for showing refuses to
/// work in production.
@ConfigurationProperties("huying")
public record Mode(@DefaultValue("production") String mode) {
    private static final Set<String> KNOWN =
            Set.of("production", "demo", "bench", "replay", "test");

    public Mode {
        if (!KNOWN.contains(mode)) {
            throw new StartRefused(
                    """
                    没有 huying.mode=%1$s 这种模式，只有 %2$s。
                    There is no huying.mode=%1$s; there are %2$s.\
                    """
                            .formatted(mode, String.join(", ", new TreeSet<>(KNOWN))));
        }
    }

    public boolean production() {
        return mode.equals("production");
    }

    /// Whether what protects real people may be switched off.
    boolean trial() {
        return mode.equals("demo") || mode.equals("test");
    }
}
