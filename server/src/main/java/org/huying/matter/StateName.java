package org.huying.matter;

import org.huying.matter.loop.MatterState;

/// The stored and public names of the states. Classes may be renamed, these may not.
public enum StateName {
    REPORTED,
    REJECTED,
    ACCEPTED,
    DISPATCHED,
    RETURNED,
    IN_PROGRESS,
    HANDLED,
    VERIFYING,
    REWORK,
    RATED,
    CLOSED,
    MERGED,
    VOIDED,
    WITHDRAWN;

    public static StateName of(MatterState state) {
        return switch (state) {
            case MatterState.Reported _ -> REPORTED;
            case MatterState.Rejected _ -> REJECTED;
            case MatterState.Accepted _ -> ACCEPTED;
            case MatterState.Dispatched _ -> DISPATCHED;
            case MatterState.Returned _ -> RETURNED;
            case MatterState.InProgress _ -> IN_PROGRESS;
            case MatterState.Handled _ -> HANDLED;
            case MatterState.Verifying _ -> VERIFYING;
            case MatterState.Rework _ -> REWORK;
            case MatterState.Rated _ -> RATED;
            case MatterState.Closed _ -> CLOSED;
            case MatterState.Merged _ -> MERGED;
            case MatterState.Voided _ -> VOIDED;
            case MatterState.Withdrawn _ -> WITHDRAWN;
        };
    }
}
