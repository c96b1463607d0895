package org.huying.gateway.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.gateway.device.Lines.Count;
import org.huying.gateway.device.Lines.Ref;
import org.springframework.stereotype.Component;

/// Counts what comes over each line, and writes it down now and then: were each message counted at once, all of a
/// connection would wait for one row.
@Component
class Tally {

    private final Map<Ref, Count> counts = new ConcurrentHashMap<>();
    private final Lines lines;

    Tally(Lines lines) {
        this.lines = lines;
    }

    void heard(Connection connection, Instant at) {
        add(connection, new Count(1, 0, 0, Optional.empty(), at));
    }

    void unread(Connection connection, String what, Instant at) {
        add(connection, new Count(0, 1, 0, Optional.of(what), at));
    }

    void strange(Connection connection, String device, Instant at) {
        add(connection, new Count(0, 0, 1, Optional.of(device), at));
    }

    /// Writes down what was counted.
    void flush() {
        for (var ref : List.copyOf(counts.keySet())) {
            var count = counts.remove(ref);
            if (count != null) {
                lines.count(ref, count);
            }
        }
    }

    private void add(Connection connection, Count one) {
        counts.merge(
                Ref.of(connection),
                one,
                (a, b) ->
                        new Count(
                                a.heard() + b.heard(),
                                a.unread() + b.unread(),
                                a.strange() + b.strange(),
                                b.wrong().or(a::wrong),
                                b.at()));
    }
}
