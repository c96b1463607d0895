package org.huying.insight.web;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.huying.insight.sql.Place;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A place in a list as text that means nothing to the caller. It only says where to go on: what may be seen is decided
/// anew with every call, so a forged one shows nothing more.
enum Cursor {
    NEWEST('n'),
    DUE('d'),
    SEARCH('s'),
    BURST('b');

    private static final int BYTES = 1 + Long.BYTES + 2 * Long.BYTES + Integer.BYTES;
    private static final long NEVER = Long.MAX_VALUE;

    private final char kind;

    Cursor(char kind) {
        this.kind = kind;
    }

    String after(LineRow last) {
        var at =
                switch (this) {
                    case NEWEST, SEARCH, BURST -> last.reportedAt();
                    case DUE -> last.due();
                };
        return at(at, last.id(), last.slot());
    }

    String at(@Nullable Instant at, UUID id, int slot) {
        var bytes =
                ByteBuffer.allocate(BYTES)
                        .put((byte) kind)
                        .putLong(at == null ? NEVER : ChronoUnit.MICROS.between(Instant.EPOCH, at))
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putInt(slot);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Refuses what this kind of list did not hand out.
    Place place(@Nullable String text) {
        if (text == null) {
            return this == DUE ? Place.FIRST_DUE : Place.NEWEST;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.capacity() != BYTES || bytes.get() != kind) {
                throw refusal();
            }
            long micros = bytes.getLong();
            var at = micros == NEVER ? Instant.MAX : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            return new Place(at, new UUID(bytes.getLong(), bytes.getLong()), bytes.getInt());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw refusal();
        }
    }

    private static ProblemException refusal() {
        return Problem.UNREADABLE.with(
                "after 不是本列表给出的翻页标记", "after is not a place that this list has handed out");
    }
}
