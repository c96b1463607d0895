package org.huying.playbook.check;

import java.util.Optional;
import org.huying.playbook.tree.Spot;

/// One thing that is wrong, or worth knowing, with the place where it stands.
///
/// @param code stable: `unknown-post`, `bad-time` …
/// @param path where in the merged document: `matter.dispatch[2].to`
/// @param suggestion what was probably meant
public record Finding(
        Severity severity,
        String code,
        Spot spot,
        String path,
        String zh,
        String en,
        Optional<String> suggestion) {

    /// An error keeps a playbook from being used; a warning does not.
    public enum Severity {
        ERROR,
        WARNING
    }

    /// One line for a terminal: `file:line:column path: message`.
    public String line(boolean chinese) {
        var hint = suggestion.map(word -> (chinese ? "；是否想写 `" : "; did you mean `") + word + "`?");
        return "%s:%d:%d %s: %s%s%s"
                .formatted(
                        spot.file(),
                        spot.line(),
                        spot.column(),
                        severity == Severity.ERROR
                                ? (chinese ? "错误" : "error")
                                : (chinese ? "提示" : "warning"),
                        path.isEmpty() ? "" : path + ": ",
                        chinese ? zh : en,
                        hint.orElse(""));
    }
}
