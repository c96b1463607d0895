package org.huying.insight.sql;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/// Text as search sees it. Pure.
public final class Words {

    /// Texts are searched in their first characters only.
    public static final int LONGEST = 4_000;

    private Words() {}

    /// Half width, lower case, letters and digits; everything else is one space. Idempotent.
    public static String normal(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var normal = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> append(normal, c));
        return normal.toString().strip();
    }

    private static void append(StringBuilder normal, int c) {
        if (Character.isLetterOrDigit(c)) {
            normal.appendCodePoint(c);
        } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
            normal.append(' ');
        }
    }

    /// The pairs of neighbouring characters of a normal text, each once; none goes across a space.
    public static Set<String> grams(String normal) {
        Set<String> grams = new LinkedHashSet<>();
        int before = ' ';
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            if (c != ' ' && before != ' ') {
                grams.add(
                        new StringBuilder(4).appendCodePoint(before).appendCodePoint(c).toString());
            }
            before = c;
            i += Character.charCount(c);
        }
        return grams;
    }

    /// Segments of one slot, of four, of sixteen, and so on to 4 096, which are a million matters.
    static final int LEVELS = 7;

    /// The lexemes of a normal text that lies in `slot`, separated by spaces: its pairs and the names of the segments it
    /// lies in.
    public static String lexemes(String normal, String region, int slot) {
        var lexemes = new StringJoiner(" ");
        for (int level = 0; level < LEVELS; level++) {
            lexemes.add("~" + region + "/" + level + "." + (slot >> (2 * level)));
        }
        grams(normal).forEach(lexemes::add);
        return lexemes.toString();
    }
}
