package org.huying.bench;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.huying.bench.Scene.Subject;

/// Takes matters through the whole loop over HTTP: a machine reports, a desk dispatches, the unit's handler acknowledges
/// and handles, the desk verifies, records the resident's rating and closes, and looks the number up.
final class LifecycleClient implements Load.Client {
    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final Wire wire;
    private final Scene scene;
    private final SplittableRandom random;
    private final String machine;
    private final String desk;
    private final Staff staff;
    private final String base;
    private long number;

    LifecycleClient(int port, Scene scene, Staff staff, int client) throws IOException {
        wire = new Wire(port);
        this.scene = scene;
        this.staff = staff;
        random = new SplittableRandom(client * 1_000_003L + System.nanoTime());
        machine = Staff.header(staff.machines().get(client % staff.machines().size()));
        desk = Staff.header(staff.desks().get(client % staff.desks().size()));
        base = "/api/v1/" + scene.region() + "/matters";
        number = (long) client << 40;
    }

    @Override
    public void once(Tally tally) throws IOException {
        int about = random.nextInt(scene.items().size());
        var unit = scene.units().get(random.nextInt(scene.units().size()));
        var handler = Staff.header(staff.handlers().getOrDefault(unit, ""));
        if (!report(tally, about)) {
            return;
        }
        var id = base + "/" + wire.text("id");
        var name = wire.text("number");
        int version = wire.version();
        if (wire.text("state").equals("REPORTED")) {
            version = step(tally, "accept", id, version, desk, "{}");
        }
        version = step(tally, "dispatch", id, version, desk, dispatch(unit));
        version = step(tally, "acknowledge", id, version, handler, "{}");
        version = step(tally, "handle", id, version, handler, handled());
        version = step(tally, "verify", id, version, desk, "{\"passed\":true,\"note\":\"现场已核查\"}");
        version = step(tally, "rate", id, version, desk, rated());
        version = step(tally, "close", id, version, desk, "{\"note\":\"办结归档\"}");
        if (version > 0 && search(tally, name)) {
            tally.round();
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private boolean report(Tally tally, int about) throws IOException {
        var headers =
                machine
                        + "Idempotency-Key: bench-"
                        + Long.toString(KEYS.incrementAndGet(), 36)
                        + "\r\n";
        var json = report(scene.items().get(about), about);
        long begin = System.nanoTime();
        int status = wire.post(base, headers, json);
        tally.call("report", System.nanoTime() - begin);
        return expect(tally, "report", status, 201);
    }

    private String report(Subject subject, int about) {
        int community = random.nextInt(scene.communities().size());
        var lon = scene.lon(community) + random.nextDouble() * 0.02;
        var lat = scene.lat(community) + random.nextDouble() * 0.018;
        return "{\"channel\":\"hotline-12345\",\"demand\":\"complaint\",\"title\":\""
                + Phrases.title(random, about)
                + "\",\"text\":\""
                + Phrases.text(random, about, ++number)
                + "\",\"place\":\""
                + Phrases.place(random)
                + "\",\"item\":\""
                + subject.key()
                + "\",\"area\":\""
                + scene.communities().get(community)
                + "\",\"point\":{\"lon\":"
                + (float) lon
                + ",\"lat\":"
                + (float) lat
                + "},\"contact\":{\"name\":\"王小明\",\"phone\":\"1390000"
                + (1000 + random.nextInt(9000))
                + "\"}}";
    }

    private static String dispatch(UUID unit) {
        return "{\"unit\":\"" + unit + "\",\"why\":\"按责任清单派遣\"}";
    }

    private String handled() {
        return "{\"outcome\":\"" + Phrases.outcome(random) + "\"}";
    }

    private static String rated() {
        return "{\"answer\":\"satisfied\",\"comment\":\"处理得很快\"}";
    }

    /// Answers the next version, 0 when the step or one before it failed.
    private int step(Tally tally, String act, String id, int version, String who, String json)
            throws IOException {
        if (version == 0) {
            return 0;
        }
        var headers = who + "If-Match: \"" + version + "\"\r\n";
        long begin = System.nanoTime();
        int status = wire.post(id + "/" + act, headers, json);
        tally.call(act, System.nanoTime() - begin);
        return expect(tally, act, status, 200) ? wire.version() : 0;
    }

    private boolean search(Tally tally, String name) throws IOException {
        long begin = System.nanoTime();
        int status = wire.get(Paths.search(scene.region(), name), desk);
        tally.call("search", System.nanoTime() - begin);
        return expect(tally, "search", status, 200);
    }

    private boolean expect(Tally tally, String act, int status, int wanted) {
        if (status != wanted) {
            tally.error(act + " answered " + status + ": " + wire.body());
        }
        return status == wanted;
    }
}
