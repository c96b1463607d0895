package org.huying.matter.loop;

import java.util.Locale;

/// How a running limit stands.
public enum Light {
    GREEN,
    AMBER,
    RED;

    /// The word in rules of escalation.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
