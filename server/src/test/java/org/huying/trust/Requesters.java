package org.huying.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.client.Reply;
import org.huying.client.Seen;

/// Some clients at once that report and take steps, and insist: what is not answered is sent again with the same key
/// until it is. They remember what was acknowledged.
final class Requesters implements AutoCloseable {
    private static final List<String> ACTS =
            List.of("accept", "dispatch", "acknowledge", "return", "dispatch", "acknowledge");
    private static final int CLIENTS = 4;

    /// An answer that promised something.
    record Promise(UUID matter, String number, String act, String key, int version) {}

    private final Loop loop;
    private final String unit;
    private final ConcurrentLinkedQueue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<RuntimeException> surprises = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<Integer, Integer> outages = new ConcurrentSkipListMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Requesters(Loop loop, UUID unit) {
        this.loop = loop;
        this.unit = unit.toString();
        for (int i = 0; i < CLIENTS; i++) {
            var name = "client-" + i;
            threads.add(Thread.ofVirtual().name(name).start(() -> work(name)));
        }
    }

    /// How many answers promised something so far; fails when an answer was none that a client can live with.
    int acknowledged() {
        for (var surprise : surprises) {
            throw surprise;
        }
        return count.get();
    }

    List<Promise> promises() {
        return List.copyOf(promises);
    }

    /// Reports that the server recognised as sent before.
    int repeated() {
        return repeated.get();
    }

    /// Statuses 5xx that clients met, and how often; -1 stands for no answer at all.
    Map<Integer, Integer> outages() {
        return Map.copyOf(outages);
    }

    /// Lets every client finish what it has begun.
    @Override
    public void close() {
        stop.set(true);
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(String name) {
        try {
            for (int i = 0; !stop.get(); i++) {
                one(name + "-" + i);
            }
        } catch (RuntimeException e) {
            surprises.add(e);
        }
    }

    private void one(String key) {
        var reported = insist(() -> loop.report(key, report(key), Optional.empty()));
        if (reported.repeated()) {
            repeated.incrementAndGet();
        }
        var matter = promised(reported.matter(), "report", key);
        int turn = 0;
        for (var act : ACTS) {
            if (stop.get() || (act.equals("accept") && !matter.steps().containsKey(act))) {
                continue;
            }
            var seen = matter;
            var stepKey = key + "-" + turn++;
            matter =
                    promised(
                            insist(() ->
                                    loop.step(seen, act, stepKey, body(act), Optional.empty())),
                            act,
                            stepKey);
        }
    }

    private Seen promised(Seen matter, String act, String key) {
        promises.add(new Promise(matter.id(), matter.number(), act, key, matter.version()));
        count.incrementAndGet();
        return matter;
    }

    private <T> T insist(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (Api.Unreachable _) {
                outages.merge(-1, 1, Integer::sum);
            } catch (Reply.Refused e) {
                if (e.reply().status() < 500) {
                    throw e;
                }
                outages.merge(e.reply().status(), 1, Integer::sum);
                Thread.onSpinWait();
            }
        }
    }

    private static Map<String, ?> report(String key) {
        return Map.of(
                "channel",
                "snap",
                "title",
                "路灯不亮 " + key,
                "text",
                "荆河路口的路灯三天不亮了",
                "item",
                "street-lamp",
                "point",
                Map.of("lon", 117.16, "lat", 35.08),
                "contact",
                Map.of("name", "张三", "phone", "13800001111"));
    }

    private Map<String, ?> body(String act) {
        return switch (act) {
            case "dispatch" -> Map.of("unit", unit, "why", "路灯归它管");
            case "return" -> Map.of("reason", "不是我们的灯");
            default -> Map.of();
        };
    }
}
