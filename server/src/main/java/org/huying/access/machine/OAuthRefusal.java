package org.huying.access.machine;

import java.util.Locale;
import java.util.OptionalLong;

/// A refusal in the words of RFC 6749 §5.2.
public final class OAuthRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The words of the protocol, and what it has none for: too many calls.
    public enum Kind {
        INVALID_REQUEST(400),
        INVALID_CLIENT(401),
        INVALID_SCOPE(400),
        UNSUPPORTED_GRANT_TYPE(400),
        TEMPORARILY_UNAVAILABLE(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final long seconds;

    public OAuthRefusal(Kind kind, String description) {
        this(kind, description, 0);
    }

    /// The same, with a time to wait.
    ///
    /// @param seconds before another try; 0 says nothing of it
    public OAuthRefusal(Kind kind, String description, long seconds) {
        super(description, null, false, false);
        this.kind = kind;
        this.seconds = seconds;
    }

    public Kind kind() {
        return kind;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    public OptionalLong retryAfter() {
        return seconds == 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
    }
}
