package org.huying.whistle;

/// The stored and public names of where one summoned unit stands. Classes may be renamed, these may not.
public enum SummonsStateName {
    SUMMONED,
    RECEIVED,
    OBJECTED,
    UPHELD,
    DENIED,
    MISSED,
    CHECKED_IN,
    ENDED;

    static SummonsStateName of(SummonsState state) {
        return switch (state) {
            case SummonsState.Summoned _ -> SUMMONED;
            case SummonsState.Received _ -> RECEIVED;
            case SummonsState.Objected _ -> OBJECTED;
            case SummonsState.Upheld _ -> UPHELD;
            case SummonsState.Denied _ -> DENIED;
            case SummonsState.Missed _ -> MISSED;
            case SummonsState.CheckedIn _ -> CHECKED_IN;
            case SummonsState.Ended _ -> ENDED;
        };
    }
}
