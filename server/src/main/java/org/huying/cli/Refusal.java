package org.huying.cli;

/// Ends a command with a message for the person at the keyboard and no stack trace.
public final class Refusal extends RuntimeException {
    private final int exitCode;

    private Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /// It was called wrongly: exit code 2, the verb's help is shown.
    public static Refusal usage(String message) {
        return new Refusal(message, 2);
    }

    /// It cannot be done: exit code 1.
    public static Refusal because(String message) {
        return new Refusal(message, 1);
    }

    int exitCode() {
        return exitCode;
    }
}
