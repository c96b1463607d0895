package org.huying.whistle;

/// The stored and public names of a whistle's states. Classes may be renamed, these may not.
public enum WhistleStateName {
    BLOWN,
    IN_PROGRESS,
    RESULT_SUBMITTED,
    EVALUATED,
    CLOSED,
    WITHDRAWN;

    static WhistleStateName of(WhistleState state) {
        return switch (state) {
            case WhistleState.Blown _ -> BLOWN;
            case WhistleState.InProgress _ -> IN_PROGRESS;
            case WhistleState.ResultSubmitted _ -> RESULT_SUBMITTED;
            case WhistleState.Evaluated _ -> EVALUATED;
            case WhistleState.Closed _ -> CLOSED;
            case WhistleState.Withdrawn _ -> WITHDRAWN;
        };
    }
}
