package org.huying.gateway.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What messages to partners can tell. The keys stand in the files of partners; add, never rename.
enum OutField {
    /// The message's own id, the same for every attempt.
    ID,
    /// The partner's own number of the order; of what is pushed ours.
    ORDER,
    /// Our number.
    NUMBER,
    /// When it happened.
    AT,
    /// The partner's word for the state.
    STATUS,
    /// Our name of the state.
    STATE,
    /// The unit that has it in hand.
    UNIT,
    /// What was said: the reply, why it was sent back, what was done.
    WORDS,
    TITLE,
    TEXT,
    PLACE,
    ITEM,
    ITEM_CLASS,
    CHANNEL,
    DEMAND,
    AREA,
    LONGITUDE,
    LATITUDE,
    REPORTED_AT,
    DUE,
    CLOSED_AT,
    RATING,
    REGION;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OutField> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }
}
