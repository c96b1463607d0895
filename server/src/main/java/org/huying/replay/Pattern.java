package org.huying.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Text with columns in braces: `ps-{sub_id}`. `{unit#}` is a short digest of the column, for keys of what has only a
/// name. With a column that says nothing the whole pattern says nothing.
record Pattern(List<Part> parts) {

    sealed interface Part {}

    record Words(String text) implements Part {}

    record Column(String name, boolean digest) implements Part {}

    private static final int DIGEST = 8;

    /// Throws `IllegalArgumentException` with what is wrong, in Chinese and English.
    static Pattern of(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = text.indexOf('}', at);
            if (open < 0 && close < 0) {
                break;
            }
            if (open < 0 || close < open + 2) {
                throw new IllegalArgumentException(
                        "花括号不成对，或里面没有列名 braces do not match, or name no column: " + text);
            }
            if (open > at) {
                parts.add(new Words(text.substring(at, open)));
            }
            var name = text.substring(open + 1, close);
            boolean digest = name.endsWith("#");
            parts.add(new Column(digest ? name.substring(0, name.length() - 1) : name, digest));
            at = close + 1;
        }
        if (at < text.length()) {
            parts.add(new Words(text.substring(at)));
        }
        return new Pattern(List.copyOf(parts));
    }

    List<String> columns() {
        return parts.stream()
                .flatMap(
                        part -> part instanceof Column(var name, _) ? List.of(name).stream() : null)
                .toList();
    }

    /// Empty when a column is among `missing`.
    Optional<String> in(Map<String, String> row, Set<String> missing) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Words(var words) -> text.append(words);
                case Column(var name, var digest) -> {
                    var value = row.getOrDefault(name, "").strip();
                    if (missing.contains(value)) {
                        return Optional.empty();
                    }
                    text.append(digest ? digest(value) : value);
                }
            }
        }
        return Optional.of(text.toString());
    }

    static String digest(String value) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
