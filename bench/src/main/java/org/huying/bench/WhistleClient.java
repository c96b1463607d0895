package org.huying.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// Takes whistles through their whole life over HTTP: a street's desk calls three units, each of them reports in, the
/// lead writes the joint record, all sign, the lead submits the result, the desk evaluates, closes and looks at it.
final class WhistleClient implements Load.Client {
    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final byte[] PHOTO = photo();

    private final Wire wire;
    private final Scene scene;
    private final Staff staff;
    private final SplittableRandom random;
    private final String desk;
    private final String street;
    private final String base;

    WhistleClient(int port, Scene scene, Staff staff, int client) throws IOException {
        wire = new Wire(port);
        this.scene = scene;
        this.staff = staff;
        random = new SplittableRandom(client * 1_000_003L + System.nanoTime());
        int at = client % staff.streets().size();
        desk = Staff.header(staff.streets().get(at));
        street = scene.streets().get(at);
        base = "/api/v1/" + scene.region() + "/whistles";
    }

    @Override
    public void once(Tally tally) throws IOException {
        int first = random.nextInt(scene.units().size() - 2);
        var units = scene.units().subList(first, first + 3);
        if (!blow(tally, units)) {
            return;
        }
        var id = base + "/" + wire.text("id");
        int version = wire.version();
        for (var unit : units) {
            version = unit(tally, "check-in", id, version, unit, arrival(unit));
        }
        var lead = units.getFirst();
        version = unit(tally, "record", id, version, lead, text("text"));
        for (var unit : units) {
            version = unit(tally, "sign", id, version, unit, "{\"revision\":1}");
        }
        version = unit(tally, "submit", id, version, lead, text("outcome"));
        version = step(tally, "evaluate", id + "/evaluate", version, desk, evaluation(units));
        version = step(tally, "close", id + "/close", version, desk, "{\"words\":\"了结\"}");
        if (version > 0 && show(tally, id)) {
            tally.round();
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private boolean blow(Tally tally, List<UUID> units) throws IOException {
        var headers =
                desk
                        + "Idempotency-Key: bench-"
                        + Long.toString(KEYS.incrementAndGet(), 36)
                        + "\r\n";
        var json =
                """
                {"rung":"street-to-department","cause":"joint-enforcement","reason":"清单里没有","title":"%s","text":"%s",\
                "area":"%s","place":"%s","lead":"%s","assist":["%s","%s"]}\
                """
                        .formatted(
                                Phrases.title(random, random.nextInt(scene.items().size())),
                                Phrases.text(random, 1, KEYS.get()),
                                street,
                                Phrases.place(random),
                                units.get(0),
                                units.get(1),
                                units.get(2));
        long begin = System.nanoTime();
        int status = wire.post(base, headers, json);
        tally.call("blow", System.nanoTime() - begin);
        return expect(tally, "blow", status, 201);
    }

    /// With a picture of the one who reports in, uploaded outside the time that is measured.
    private String arrival(UUID unit) throws IOException {
        var who = Staff.header(staff.handlers().getOrDefault(unit, ""));
        wire.upload("/api/v1/" + scene.region() + "/attachments", who, PHOTO);
        return "{\"place\":\"%s\",\"point\":{\"lon\":116.1,\"lat\":34.8},\"photos\":[\"%s\"]}"
                .formatted(Phrases.place(random), wire.text("id"));
    }

    private static byte[] photo() {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private String text(String field) {
        return "{\"" + field + "\":\"" + Phrases.outcome(random) + "\"}";
    }

    private static String evaluation(List<UUID> units) {
        return units.stream()
                .map(it ->
                        "{\"unit\":\"%s\",\"response\":5,\"quality\":4,\"solved\":true,\"words\":\"来得快\"}"
                                .formatted(it))
                .collect(Collectors.joining(",", "{\"units\":[", "]}"));
    }

    private int unit(Tally tally, String act, String id, int version, UUID unit, String json)
            throws IOException {
        var who = Staff.header(staff.handlers().getOrDefault(unit, ""));
        return step(tally, act, id + "/units/" + unit + "/" + act, version, who, json);
    }

    /// Answers the next version, 0 when the step or one before it failed.
    private int step(Tally tally, String act, String path, int version, String who, String json)
            throws IOException {
        if (version == 0) {
            return 0;
        }
        long begin = System.nanoTime();
        int status = wire.post(path, who + "If-Match: \"" + version + "\"\r\n", json);
        tally.call(act, System.nanoTime() - begin);
        return expect(tally, act, status, 200) ? wire.version() : 0;
    }

    private boolean show(Tally tally, String id) throws IOException {
        long begin = System.nanoTime();
        int status = wire.get(id, desk);
        tally.call("show", System.nanoTime() - begin);
        return expect(tally, "show", status, 200);
    }

    private boolean expect(Tally tally, String act, int status, int wanted) {
        if (status != wanted) {
            tally.error(act + " answered " + status + ": " + wire.body());
        }
        return status == wanted;
    }
}
