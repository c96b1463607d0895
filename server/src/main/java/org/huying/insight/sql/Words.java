package org.huying.insight.sql;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

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

    /// Slots that make a block; searches go by the same number.
    static final int BLOCK = 16;

    /// The lexemes of a normal text that lies in `slot`, separated by spaces: its pairs and the names of its slot and
    /// block.
    public static String lexemes(String normal, String region, int slot) {
        var name = "~" + region + "/";
        return name
                + slot
                + " "
                + name
                + "b"
                + slot / BLOCK
                + " "
                + String.join(" ", grams(normal));
    }
}
