package org.huying.gateway.signin;

/// A provider did not prove anybody.
final class NotProven extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure why;

    /// @param detail for those who look after the provider; nothing of a person and no secret
    NotProven(Failure why, String detail) {
        super(detail);
        this.why = why;
    }

    Failure why() {
        return why;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
