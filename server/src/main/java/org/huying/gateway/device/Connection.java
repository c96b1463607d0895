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
    /// @param unread messages that could not be read
    /// @param strange messages of devices that are not registered
    /// @param lastWrong the latest of these two, in short
    /// @param lost the matter about the line being down
    record Line(
            State state,
            Instant since,
            Optional<String> error,
            Optional<Instant> heardAt,
            long heard,
            long unread,
            long strange,
            Optional<String> lastWrong,
            Optional<Device.Filed> lost) {}

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
