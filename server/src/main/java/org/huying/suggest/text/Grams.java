package org.huying.suggest.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The runs of one to three neighbouring letters of a request, each as a number, with how often it stands there; a run of
/// the title counts several times. Chinese needs no tokenizer this way. Digits, punctuation and spaces end a run.
///
/// @param ids ascending; `counts` in the same order
public record Grams(int[] ids, int[] counts) {

    static final int LONGEST = 3;
    private static final int MOST_LETTERS = 2_000;

    /// As measured: the title says in a few letters what the text is about.
    public static Grams of(String title, String text) {
        return of(title, text, LONGEST, 5);
    }

    /// With other settings, to compare them.
    public static Grams of(String title, String text, int longest, int titleWeight) {
        var counted = new TreeMap<Integer, Integer>();
        count(letters(title), longest, titleWeight, counted);
        count(letters(text), longest, 1, counted);
        int[] ids = new int[counted.size()];
        int[] counts = new int[counted.size()];
        int i = 0;
        for (var entry : counted.entrySet()) {
            ids[i] = entry.getKey();
            counts[i++] = entry.getValue();
        }
        return new Grams(ids, counts);
    }

    /// The number of a run; two runs have the same one about once in four thousand million.
    public static int id(String gram) {
        long key = 0;
        for (int i = 0; i < gram.length(); i++) {
            key = key << 16 | gram.charAt(i);
        }
        key = (key ^ key >>> 31) * 0x9E37_79B9_7F4A_7C15L;
        return (int) ((key ^ key >>> 29) >>> 16);
    }

    /// Half width and lower case; everything that is no letter becomes a space.
    static String letters(String text) {
        var plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .toCharArray();
        for (int i = 0; i < plain.length; i++) {
            if (!Character.isLetter(plain[i])) {
                plain[i] = ' ';
            }
        }
        return new String(plain, 0, Math.min(plain.length, MOST_LETTERS));
    }

    private static void count(
            String letters, int longest, int weight, Map<Integer, Integer> counted) {
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 1; to <= Math.min(from + longest, letters.length()); to++) {
                if (letters.charAt(to - 1) == ' ') {
                    break;
                }
                counted.merge(id(letters.substring(from, to)), weight, Integer::sum);
            }
        }
    }
}
