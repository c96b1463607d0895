package org.huying.whistle;

import java.util.Optional;

/// Where a whistle as a whole stands, with the facts that exist there. Each summoned unit has a [SummonsState] of its own.
sealed interface WhistleState {

    /// Nobody has come yet.
    record Blown() implements WhistleState {}

    /// Somebody is on the spot. The joint record is written before anybody signs.
    record InProgress(Optional<JointRecord> record) implements WhistleState {}

    record ResultSubmitted(Result result) implements WhistleState {}

    /// The caller has rated those who came and those who did not.
    record Evaluated(Result result) implements WhistleState {}

    record Closed(Result result) implements WhistleState {}

    record Withdrawn(String reason) implements WhistleState {}

    /// What was found and done on the spot (联合处置记录). A new revision asks for new signatures.
    record JointRecord(int revision, String text) {}

    /// The joint record that all present signed, and what came of it.
    record Result(JointRecord record, String words) {}

    /// Units are still expected, or at work.
    default boolean running() {
        return switch (this) {
            case Blown _, InProgress _ -> true;
            case ResultSubmitted _, Evaluated _, Closed _, Withdrawn _ -> false;
        };
    }

    /// Somebody still has to do something.
    default boolean open() {
        return switch (this) {
            case Blown _, InProgress _, ResultSubmitted _, Evaluated _ -> true;
            case Closed _, Withdrawn _ -> false;
        };
    }

    default Optional<JointRecord> joint() {
        return switch (this) {
            case InProgress(var record) -> record;
            case ResultSubmitted(var result) -> Optional.of(result.record());
            case Evaluated(var result) -> Optional.of(result.record());
            case Closed(var result) -> Optional.of(result.record());
            case Blown _, Withdrawn _ -> Optional.empty();
        };
    }

    default Optional<Result> outcome() {
        return switch (this) {
            case ResultSubmitted(var result) -> Optional.of(result);
            case Evaluated(var result) -> Optional.of(result);
            case Closed(var result) -> Optional.of(result);
            case Blown _, InProgress _, Withdrawn _ -> Optional.empty();
        };
    }
}
