package org.huying.replay;

/// How a recorded request ended.
enum Fate {
    /// Handled before its time was up.
    IN_TIME("in-time"),
    /// Handled after its time was up.
    LATE("late"),
    /// Not known: it stays in hand.
    OPEN("open");

    private final String key;

    Fate(String key) {
        this.key = key;
    }

    /// The word in a map.
    String key() {
        return key;
    }
}
