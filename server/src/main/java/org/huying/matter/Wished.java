package org.huying.matter;

/// What came of a wish.
public enum Wished {
    DONE,
    /// The matter does not allow it as it stands.
    REFUSED,
    /// There is no such matter.
    UNKNOWN
}
