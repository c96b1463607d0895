package org.huying.vault;

/// How personal fields look in lists: enough to recognise somebody one knows, not enough to learn who it is
/// (`张*`, `138****1234`). Masks never fail; what is too short is hidden whole.
public final class Masking {
    /// Stands where a sealed value cannot be opened any more.
    public static final String UNREADABLE = "无法读取 unreadable";

    /// Stands for a value that is not shown at all.
    public static final String HIDDEN = "***";

    private Masking() {}

    /// The first character and one star, whatever the length, so that the length says nothing.
    public static String name(String name) {
        return name.isBlank() ? "*" : new String(Character.toChars(name.codePointAt(0))) + "*";
    }

    /// The first three and the last four digits of a number of at least eight.
    public static String phone(String phone) {
        int length = phone.length();
        return length < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(length - 4);
    }
}
