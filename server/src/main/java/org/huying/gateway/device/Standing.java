package org.huying.gateway.device;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huying.gateway.device.Device.Filed;

/// How a device stands.
///
/// @param topic of its latest message that may alarm, else of its first; empty before it
/// @param seen when it last said anything
/// @param silent when it counts as lost if it says nothing; empty where it may be silent
/// @param values its latest readings; of an alarm that waits, those that alarm
/// @param battery in per cent
/// @param due when its phase ends by itself, or what is held back is tried again
/// @param matter of its latest alarm, open or not
/// @param offline since when it is lost
/// @param lost the matter of its latest loss
record Standing(
        String topic,
        Optional<Instant> seen,
        Optional<Instant> silent,
        Map<String, Object> values,
        Optional<Integer> battery,
        Watch watch,
        Optional<Instant> due,
        Optional<Filed> matter,
        Optional<Instant> offline,
        Optional<Filed> lost) {

    Standing {
        values = Map.copyOf(values);
    }

    /// After a message. One that was measured before the latest and says nothing new changes what it is known by, and no
    /// reading.
    ///
    /// @param on it alarms
    /// @param next when it counts as lost if nothing more comes
    Standing heard(
            String by,
            Heard.Read read,
            boolean on,
            Optional<Instant> next,
            Instant now,
            Telling.Told told) {
        boolean judged = topic.isEmpty() || read.rule().alarm().isPresent();
        boolean late = read.at().isBefore(watch.heard()) && told.watch().equals(watch);
        boolean waits = told.watch().phase() == Watch.Phase.RISING && !on;
        return new Standing(
                judged ? by : topic,
                Optional.of(now),
                next,
                late || waits ? values : read.values(),
                read.battery().or(() -> battery),
                told.watch(),
                told.due(),
                told.matter(),
                offline,
                lost);
    }

    /// After its phase ended by itself.
    Standing waited(Telling.Told told) {
        return new Standing(
                topic,
                seen,
                silent,
                values,
                battery,
                told.watch(),
                told.due(),
                told.matter(),
                offline,
                lost);
    }

    Standing lost(Instant at, Filed filed) {
        return offline(Optional.of(at), Optional.of(filed));
    }

    Standing found() {
        return offline(Optional.empty(), lost);
    }

    private Standing offline(Optional<Instant> since, Optional<Filed> filed) {
        return new Standing(topic, seen, silent, values, battery, watch, due, matter, since, filed);
    }
}
