package org.huying.gateway.channel;

import java.time.Instant;

/// When somebody is told: what is urgent at once; the rest together with others, and never in quiet hours. Pure.
record Pace(Quiet quiet, Digest digest) {

    Instant first(Instant at, boolean urgent) {
        return urgent ? at : quiet.over(digest.next(at));
    }

    /// When it is tried again that was to be tried at this moment.
    Instant again(Instant at, boolean urgent) {
        return urgent ? at : quiet.over(at);
    }

    boolean gathered(boolean urgent) {
        return !urgent && digest != Digest.NONE;
    }
}
