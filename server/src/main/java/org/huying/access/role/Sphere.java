package org.huying.access.role;

/// The three kinds of administrators that GB/T 22239 keeps apart. Nobody holds roles of two of them.
public enum Sphere {
    SYSTEM,
    SECURITY,
    AUDIT
}
