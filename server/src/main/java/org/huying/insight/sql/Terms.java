package org.huying.insight.sql;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is searched for: words of letters and digits, all of which must occur. Made by [#of(String)].
public record Terms(List<String> words) {

    /// The most words that are looked at.
    public static final int MOST = 8;

    public Terms {
        words = List.copyOf(words);
    }

    /// Empty when no word has at least two characters.
    public static Optional<Terms> of(String typed) {
        var words =
                Arrays.stream(Words.normal(typed).split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST)
                        .toList();
        boolean searchable =
                words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > 1);
        return searchable ? Optional.of(new Terms(words)) : Optional.empty();
    }

    /// As a `tsquery`: all pairs of all words.
    String query() {
        Set<String> grams = new LinkedHashSet<>();
        words.forEach(word -> grams.addAll(Words.grams(word)));
        return grams.stream().map(gram -> "'" + gram + "'").collect(Collectors.joining(" & "));
    }

    /// As patterns that decide: words hold letters and digits only, so nothing needs escaping.
    String[] patterns() {
        return words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
    }
}
