package org.huying.database;

/// The database cannot be used; the message tells the operator why and what to do.
public final class DatabaseFailure extends RuntimeException {
    public DatabaseFailure(String message) {
        super(message);
    }

    public DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
