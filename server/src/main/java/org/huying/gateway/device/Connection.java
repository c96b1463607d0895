package org.huying.gateway.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A connection of a county, as it stands.
///
/// @param account the machine account that posts its messages by HTTP
/// @param password for the broker
/// @param paused nothing is listened to
record Connection(
        String region,
        String key,
        long version,
        String text,
        Plan plan,
        Optional<UUID> account,
        Optional<String> password,
        boolean paused,
        Line line) {

    /// The words are stored; add, never rename.
    enum State {
        /// There is nothing to listen to.
        IDLE,
        UP,
        DOWN
    }

    /// How the line stands, and what came over it.
    ///
    /// @param error why it is down
    /// @param unread messages that could not be read, or of a clock that cannot be right
    /// @param strange messages of devices that are not registered
    /// @param lastWrong the latest of these, in short
    /// @param lost the matter about the line being down
    /// @param held until when some node listens, unless it says so again
    record Line(
            State state,
            Instant since,
            Optional<String> error,
            Optional<Instant> heardAt,
            long heard,
            long unread,
            long strange,
            Optional<String> lastWrong,
            Optional<Device.Filed> lost,
            Optional<Instant> held) {

        /// Somebody listens; else how the line stood once says nothing of now.
        boolean held(Instant at) {
            return held.filter(it -> !it.isBefore(at)).isPresent();
        }
    }

    /// The broker wants a password that nobody has entered yet.
    boolean lacksPassword() {
        return plan.means() instanceof Plan.Means.Mqtt mqtt
                && mqtt.user().isPresent()
                && password.isEmpty();
    }

    /// What must stay the same for an open line to stay open.
    String fingerprint() {
        return version + " " + password.hashCode();
    }
}
