package org.huying.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A sound file with lines lost, moved, doubled, and with values in it that nobody should write; for whatever reads files of
/// lines, YAML most of all. The same number makes the same file.
public final class SpoiltText {

    /// Lines that say more than they seem to.
    private static final List<String> LINES =
            List.of(
                    "a: &a [x, x, x, x, x, x, x, x]",
                    "b: &b [*a, *a, *a, *a, *a, *a, *a]",
                    "c: [*b, *b, *b, *b, *b, *b, *b]",
                    "&x a: *x",
                    "- &r [*r]",
                    "<<: *a",
                    "? [a, b]",
                    "? {a: b}",
                    "!!javax.script.ScriptEngineManager [x]",
                    "x: !!binary \"////\"",
                    "x: !<tag:yaml.org,2002:js> y",
                    "%YAML 9.9",
                    "---",
                    "...",
                    "\t- tab",
                    "x: |9",
                    "x: >-",
                    "x: 'unended",
                    "x: \"\\ud800\\q",
                    "x: " + "[".repeat(200),
                    "x: " + "{a: ".repeat(60),
                    "name: [a, b]",
                    "name: {zh: {zh: 甲}}",
                    "name: ~",
                    "name: 1e999",
                    "name: .inf",
                    "name: 2026-02-30",
                    "name: 0o17",
                    "name: " + "路".repeat(3_000));

    private SpoiltText() {}

    public static String of(String sound, long seed) {
        var random = new SplittableRandom(seed);
        var lines = new ArrayList<>(sound.lines().toList());
        int ways = random.nextInt(1, 5);
        for (int i = 0; i < ways && !lines.isEmpty(); i++) {
            spoil(lines, random);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void spoil(List<String> lines, SplittableRandom random) {
        int at = random.nextInt(lines.size());
        var line = lines.get(at);
        switch (random.nextInt(10)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case 3 -> lines.set(at, " ".repeat(random.nextInt(9)) + line.strip());
            case 4 -> lines.set(at, indent(line) + LINES.get(random.nextInt(LINES.size())));
            case 5 -> lines.subList(at, lines.size()).clear();
            case 6 -> lines.set(at, valued(line, Hostile.text(random)));
            case 7 -> lines.set(at, valued(line, Hostile.quoted(Hostile.text(random))));
            case 8 -> lines.set(at, valued(line, Hostile.json(random)));
            default -> {
                var bytes = Spoiling.bytes(line.getBytes(StandardCharsets.UTF_8), random);
                lines.set(at, new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /// The same key with another value, or another value in its list or map.
    private static String valued(String line, String value) {
        int colon = line.lastIndexOf(": ");
        int comma = line.indexOf(", ");
        if (colon > 0) {
            var rest = comma > colon ? line.substring(comma) : "";
            return line.substring(0, colon + 2) + value + rest;
        }
        return indent(line) + "- " + value;
    }
}
