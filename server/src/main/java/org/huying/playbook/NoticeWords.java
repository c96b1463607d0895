package org.huying.playbook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a place puts what its channels carry out, in one language; a channel whose file has words of its own says those.
///
/// @param title of mail
/// @param text one notice; `kinds` for some kinds in other words
/// @param line one notice among many, `digest` all of them
public record NoticeWords(
        Optional<String> title,
        Optional<String> text,
        Optional<String> line,
        Optional<String> digest,
        Map<String, String> kinds) {

    public static final NoticeWords NONE =
            new NoticeWords(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());

    /// What stands for values in each of them, between braces. Never anybody's own words.
    public static final Set<String> OF_TITLE = Set.of("headline", "place");

    public static final Set<String> OF_ONE = Set.of("headline", "number", "link", "place");
    public static final Set<String> OF_LINE = Set.of("headline", "number");
    public static final Set<String> OF_MANY = Set.of("headline", "count", "lines", "link", "place");

    public NoticeWords {
        kinds = Map.copyOf(kinds);
    }
}
