package org.huying.access.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Sessions that were used and whose `last_seen` is older than a minute. Written in batches, off the path of requests.
@Component
class Touches extends Beat {
    private static final Logger LOG = LoggerFactory.getLogger(Touches.class);
    private static final int MOST = 1_000;

    private final SessionRows rows;
    private final Clock clock;
    private final Set<Token> waiting = ConcurrentHashMap.newKeySet();

    Touches(SessionRows rows, @Qualifier("wallClock") Clock clock) {
        super("session-touches", java.time.Duration.ofSeconds(2));
        this.rows = rows;
        this.clock = clock;
    }

    void add(Token token) {
        waiting.add(token);
    }

    @Override
    protected void beat() {
        while (!waiting.isEmpty()) {
            var batch = new ArrayList<Token>();
            for (var token : waiting) {
                batch.add(token);
                if (batch.size() == MOST) {
                    break;
                }
            }
            batch.forEach(waiting::remove);
            rows.touch(batch, clock.instant());
            LOG.debug("{} sessions touched", batch.size());
        }
    }
}
