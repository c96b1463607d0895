package org.huying.access.session;

/// What stands between a signed-in person and their permissions.
public enum Restriction {
    NONE,
    /// The password is a first or an old one.
    CHANGE_PASSWORD,
    /// A role asks for a second factor and there is none yet.
    ENROL_SECOND_FACTOR
}
