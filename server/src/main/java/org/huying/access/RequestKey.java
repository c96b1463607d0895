package org.huying.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What makes a request the same request: its caller and its `Idempotency-Key` (1 to 100 visible ASCII characters).
public final class RequestKey {

    public static final String HEADER = "Idempotency-Key";

    private RequestKey() {}

    /// Empty without a header.
    public static Optional<UUID> of(Caller caller, @Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!header.matches("[!-~]{1,100}")) {
            throw Problem.UNREADABLE.with(
                    "Idempotency-Key 是 1 到 100 个可见 ASCII 字符",
                    "Idempotency-Key has 1 to 100 visible ASCII characters");
        }
        var text = caller.account() + " " + header;
        return Optional.of(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
