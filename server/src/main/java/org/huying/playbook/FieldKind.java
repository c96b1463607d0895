package org.huying.playbook;

import java.util.Map;

/// A fact that reports of this place may carry beside their words. What fits it is told by [FieldValue].
///
/// @param personal it tells something about a person: stored sealed, shown only to who looks and says what for
/// @param least the smallest number
/// @param most the greatest number, the most characters of a text, or the most choices
/// @param choices what may be chosen, by key, in the order they are offered; empty where nothing is
public record FieldKind(
        String key,
        Text name,
        Type type,
        boolean required,
        boolean personal,
        long least,
        long most,
        Map<String, Text> choices) {

    /// What kind of value it takes.
    public enum Type {
        FLAG,
        NUMBER,
        TEXT,
        /// A moment.
        TIME,
        /// One of the choices.
        CHOICE,
        /// One or several of them.
        CHOICES;

        /// Whether it names what may be chosen.
        public boolean chosen() {
            return this == CHOICE || this == CHOICES;
        }
    }
}
