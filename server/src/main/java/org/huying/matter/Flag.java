package org.huying.matter;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.territory.Level;

/// What lists may ask of what stands beside the state of a matter. The keys are stored and public; add, never rename.
public enum Flag {
    /// Other units have, or had, a part in it: helpers and those who were consulted.
    INVOLVED,
    /// Other units help, or are consulted, now.
    HELPED,
    /// An application waits for a decision.
    PLEADED,
    /// One of them contests a rating or a rejection.
    APPEALED,
    DECIDE_COUNTY,
    DECIDE_STREET,
    DECIDE_COMMUNITY,
    DECIDE_GRID,
    DECIDE_MICRO,
    /// The clock stands until the requester answers.
    ASKED,
    SUSPENDED,
    SUPERVISED,
    KEY,
    URGENT,
    EMERGENCY,
    /// An emergency whose record is still to be written.
    OWED,
    /// Left out of the assessment.
    EXCLUDED,
    /// Only its rating is left out of the assessment.
    EXCLUDED_RATING,
    /// Handled on the spot.
    SPOT,
    /// Was returned as a wrong dispatch at least once.
    RETURNED,
    /// A revisit is owed.
    REVISIT,
    /// Merged into another one.
    MERGED,
    /// A reply to whoever asked is owed.
    UNANSWERED,
    /// The date of a supervision is over, and it is still not done.
    SUPERVISED_LATE;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Flag> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }

    /// An application waits for whoever has the territory of this level.
    public static Flag decidedAt(Level level) {
        return switch (level) {
            case PROVINCE, CITY, COUNTY -> DECIDE_COUNTY;
            case STREET -> DECIDE_STREET;
            case COMMUNITY -> DECIDE_COMMUNITY;
            case GRID -> DECIDE_GRID;
            case MICRO_GRID -> DECIDE_MICRO;
        };
    }

    /// As one text, in the order of this enum; empty for none.
    public static String text(Collection<Flag> flags) {
        return flags.stream().sorted().map(Flag::key).collect(Collectors.joining(","));
    }

    /// Words that are unknown are passed over.
    public static Set<Flag> read(String text) {
        var flags = EnumSet.noneOf(Flag.class);
        for (var word : text.split(",", -1)) {
            of(word).ifPresent(flags::add);
        }
        return flags;
    }
}
