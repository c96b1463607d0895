package org.huying.playbook;

/// A fact that reports of this place may carry beside their words.
///
/// @param personal it tells something about a person: stored sealed, shown only to who looks and says what for
/// @param least the smallest number
/// @param most the greatest number, or the most characters of a text
public record FieldKind(
        String key,
        Text name,
        Type type,
        boolean required,
        boolean personal,
        long least,
        long most) {

    /// What kind of value it takes.
    public enum Type {
        FLAG,
        NUMBER,
        TEXT
    }
}
