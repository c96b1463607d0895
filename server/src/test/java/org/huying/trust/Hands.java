package org.huying.trust;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.client.Reply;
import org.huying.client.Seen;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody who brings every order to its end, and insists.
final class Hands implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final List<String> ENDS = List.of("REJECTED", "CLOSED", "WITHDRAWN");

    private final Loop loop;
    private final Supplier<JdbcClient> database;
    private final String partner;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;

    Hands(Loop loop, Supplier<JdbcClient> database, String partner) {
        this.loop = loop;
        this.database = database;
        this.partner = partner;
        this.thread = Thread.ofVirtual().start(this::work);
    }

    void awaitAll(List<String> numbers) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ended.containsAll(numbers));
    }

    @Override
    public void close() {
        stop.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stop.get()) {
            try {
                for (var order : open().entrySet()) {
                    if (end(order.getValue())) {
                        ended.add(order.getKey());
                    }
                }
            } catch (Api.Unreachable | DataAccessException | IllegalStateException _) {
                // the server is being killed
            } catch (Reply.Refused e) {
                if (e.reply().status() < 500
                        && e.reply().status() != 409
                        && e.reply().status() != 412) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Map<String, UUID> open() {
        var open = new ConcurrentHashMap<String, UUID>();
        database.get()
                .sql("SELECT number, matter FROM gateway.work_order WHERE partner = :partner")
                .param("partner", partner)
                .query(row -> {
                    if (!ended.contains(row.getString(1))) {
                        open.put(row.getString(1), row.getObject(2, UUID.class));
                    }
                });
        return open;
    }

    private boolean end(UUID id) {
        var seen = loop.show(id);
        for (int i = 0; i < 4 && !ENDS.contains(seen.state()); i++) {
            seen =
                    switch (seen.state()) {
                        case "DISPATCHED" -> step(seen, "acknowledge", Map.of());
                        case "IN_PROGRESS" -> step(seen, "return", Map.of("reason", "不归我们"));
                        default ->
                                step(
                                        seen,
                                        "reject",
                                        Map.of("reason", "other-place", "note", "不在本县"));
                    };
        }
        return ENDS.contains(seen.state());
    }

    private Seen step(Seen seen, String act, Map<String, ?> body) {
        var key = seen.id() + "-" + act + "-" + seen.version();
        return loop.step(seen, act, key, body, Optional.empty());
    }
}
