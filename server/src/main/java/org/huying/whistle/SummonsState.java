package org.huying.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;

/// Where one summoned unit stands.
sealed interface SummonsState {

    record Summoned() implements SummonsState {}

    record Received() implements SummonsState {}

    /// It says that this is not its duty. Its limit runs on.
    record Objected() implements SummonsState {}

    /// The arbiter agreed: it need not come.
    record Upheld() implements SummonsState {}

    /// The arbiter did not agree: it must come, and may not object again.
    record Denied() implements SummonsState {}

    /// It was not there in time. It may still come, late.
    record Missed() implements SummonsState {}

    record CheckedIn(Arrival arrival, Optional<Signature> signature) implements SummonsState {}

    /// It left, or was no longer needed before it came.
    record Ended(Optional<Arrival> arrival, Optional<Signature> signature, Instant at)
            implements SummonsState {}

    /// Who reported in, when and where.
    ///
    /// @param photos ids of pictures, at least one
    /// @param late after the limit; stored as a fact, since limits may be changed later
    record Arrival(
            UUID by,
            String name,
            Instant at,
            String place,
            Optional<GeoPoint> point,
            List<UUID> photos,
            boolean late) {
        public Arrival {
            photos = List.copyOf(photos);
        }
    }

    /// Somebody of the unit stands for the joint record with his account.
    record Signature(UUID by, String name, Instant at) {}

    /// It has not come yet and must.
    default boolean awaited() {
        return switch (this) {
            case Summoned _, Received _, Denied _ -> true;
            case Objected _, Upheld _, Missed _, CheckedIn _, Ended _ -> false;
        };
    }

    /// Its limit runs: it has neither come nor failed to.
    default boolean coming() {
        return awaited() || this instanceof Objected;
    }

    /// Nothing is expected of this unit any more.
    default boolean done() {
        return switch (this) {
            case Upheld _, Ended _ -> true;
            case Summoned _, Received _, Objected _, Denied _, Missed _, CheckedIn _ -> false;
        };
    }

    default boolean present() {
        return this instanceof CheckedIn;
    }

    default Optional<Arrival> arrived() {
        return switch (this) {
            case CheckedIn(var arrival, _) -> Optional.of(arrival);
            case Ended(var arrival, _, _) -> arrival;
            case Summoned _, Received _, Objected _, Upheld _, Denied _, Missed _ ->
                    Optional.empty();
        };
    }

    default Optional<Signature> signed() {
        return switch (this) {
            case CheckedIn(_, var signature) -> signature;
            case Ended(_, var signature, _) -> signature;
            case Summoned _, Received _, Objected _, Upheld _, Denied _, Missed _ ->
                    Optional.empty();
        };
    }
}
