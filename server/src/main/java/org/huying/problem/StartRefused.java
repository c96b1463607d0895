package org.huying.problem;

/// The program does not start as it was set up. The message is for the operator, in Chinese and English, with the way
/// out; the command line shows it without a stack trace.
public final class StartRefused extends RuntimeException {
    public StartRefused(String message) {
        super(message);
    }
}
