package org.huying.playbook.tree;

import java.util.Locale;

/// A document as YAML again, each value with its origin as a comment if wanted.
public final class YamlText {

    private final boolean origin;
    private final StringBuilder text = new StringBuilder();

    private YamlText(boolean origin) {
        this.origin = origin;
    }

    public static String of(Tree tree, boolean origin) {
        var yaml = new YamlText(origin);
        yaml.write(tree, 0);
        return yaml.text.toString();
    }

    private void write(Tree tree, int depth) {
        switch (tree) {
            case Tree.Mapping(var entries, _) ->
                    entries.forEach((key, entry) ->
                            line("  ".repeat(depth) + key(key) + ":", entry.value(), depth));
            case Tree.Listing(var parts, _) ->
                    parts.forEach(part -> line("  ".repeat(depth) + "-", part, depth));
            case Tree.Scalar scalar -> text.append(word(scalar));
        }
    }

    private void line(String start, Tree value, int depth) {
        text.append(start);
        if (value instanceof Tree.Scalar scalar) {
            text.append(' ').append(word(scalar));
        } else if (hollow(value)) {
            text.append(value instanceof Tree.Listing ? " []" : " {}");
        }
        if (origin) {
            text.append("  # ").append(value.spot());
        }
        text.append('\n');
        if (!(value instanceof Tree.Scalar)) {
            write(value, depth + 1);
        }
    }

    private static boolean hollow(Tree tree) {
        return switch (tree) {
            case Tree.Mapping(var entries, _) -> entries.isEmpty();
            case Tree.Listing(var parts, _) -> parts.isEmpty();
            case Tree.Scalar _ -> false;
        };
    }

    private static String key(String key) {
        return key.matches("[a-zA-Z][\\w.-]*") ? key : quoted(key);
    }

    private static String word(Tree.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> quoted(scalar.text());
            case WHOLE, DECIMAL, FLAG -> scalar.text();
            case NOTHING -> "~";
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '"' -> quoted.append("\\\"");
                        case '\\' -> quoted.append("\\\\");
                        case '\n' -> quoted.append("\\n");
                        case '\t' -> quoted.append("\\t");
                        default -> {
                            if (c < ' ') {
                                quoted.append(String.format(Locale.ROOT, "\\x%02x", c));
                            } else {
                                quoted.appendCodePoint(c);
                            }
                        }
                    }
                });
        return quoted.append('"').toString();
    }
}
