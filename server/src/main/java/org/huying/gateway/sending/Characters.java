package org.huying.gateway.sending;

/// Characters that every format can carry.
public final class Characters {

    private static final char UNKNOWN = '\uFFFD';

    private Characters() {}

    /// The text without control characters (but for tab and line ends) and with every half of a character replaced.
    public static String clean(String text) {
        int i = 0;
        while (i < text.length() && plain(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? text : cleaned(text, i);
    }

    private static String cleaned(String text, int from) {
        var clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (plain(c)) {
                clean.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append(UNKNOWN);
            }
        }
        return clean.toString();
    }

    private static boolean plain(char c) {
        return c >= ' '
                ? !Character.isSurrogate(c) && c < '\uFFFE'
                : c == '\t' || c == '\n' || c == '\r';
    }
}
