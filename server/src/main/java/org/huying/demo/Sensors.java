package org.huying.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.client.Api;
import org.huying.client.Reply;
import org.huying.demo.founding.Cell;
import org.huying.demo.founding.Dice;
import org.huying.territory.TerritoryCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A handful of devices beside the demo. They are registered as those of any place, by a connection's file, and post their
/// readings by HTTP; one of them stands in water and alarms, so that there is a matter about it. There are camera points
/// among them, and no cameras.
final class Sensors implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sensors.class);
    private static final String KEY = "demo-sensors";
    private static final String ADMIN = "moni-shebei";
    private static final int SECONDS = 120;

    private static final int NAME = 2;
    private static final int PLACE = 3;
    private static final int TOPIC = 4;
    private static final int READING = 5;
    private static final int LINK = 6;

    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<String[]> rows = Table.rows("sensors.tsv");
    private final Api admin;
    private final Api device;
    private final String place;

    private Sensors(Api admin, Api device, String region) {
        this.admin = admin;
        this.device = device;
        this.place = "/api/v1/" + region;
    }

    /// Registers them anew at each start, which changes nothing of those that are there, and lets them speak.
    static Sensors connect(Accounts accounts, URI base, List<Cell> cells) {
        var region = cells.getFirst().code().region();
        var api = Api.at(base);
        var manager = account(accounts, region, ADMIN, "system-admin", Caller.Kind.STAFF);
        var machine = account(accounts, region, KEY, "device", Caller.Kind.MACHINE);
        var sensors =
                new Sensors(
                        api.as(accounts.openSession(manager, region)),
                        api.as(accounts.issueToken(machine, region, "demo", Optional.empty())),
                        region);
        Thread.startVirtualThread(() -> {
            try {
                sensors.introduce(Cell.homes(cells));
                sensors.speak();
            } catch (Reply.Refused e) {
                LOG.warn("The sensors of the demo are not connected: {}", e.getMessage());
            } catch (Api.Stopped | Api.Unreachable e) {
                LOG.debug("The demo stops", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return sensors;
    }

    private void introduce(List<Cell> homes) {
        var path = place + "/device-connections/" + KEY;
        var before = admin.get(path).etag();
        Map<String, String> seen =
                before.map(it -> Map.of("If-Match", it)).orElse(Map.of("If-None-Match", "*"));
        admin.putYaml(path + "?account=" + KEY, file(), seen).orThrow();
        var devices = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < rows.size(); i++) {
            devices.add(device(rows.get(i), homes.get(i * homes.size() / rows.size())));
        }
        admin.put(place + "/devices", Map.of("devices", devices), Map.of()).orThrow();
    }

    private static Map<String, Object> device(String[] row, Cell home) {
        var point = home.box().point(Dice.of("sensor:" + home.code() + row[0]));
        var device = new LinkedHashMap<String, Object>();
        device.put("connection", KEY);
        device.put("key", row[0]);
        device.put("kind", row[1]);
        device.put("name", row[NAME]);
        device.put("place", row[PLACE]);
        device.put("area", home.code().value());
        device.put("lon", point[0]);
        device.put("lat", point[1]);
        if (!row[LINK].isEmpty()) {
            device.put("link", row[LINK]);
        }
        return device;
    }

    private void speak() throws InterruptedException {
        do {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            for (var row : rows) {
                var topic = "demo/" + row[0] + "/" + row[TOPIC];
                device.post(
                                place + "/device-connections/" + KEY + "/messages?topic=" + topic,
                                said("{\"at\":\"%s\",%s}".formatted(now, row[READING])),
                                Map.of())
                        .orThrow();
            }
        } while (!ended.await(SECONDS, TimeUnit.SECONDS));
    }

    private static JsonNode said(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String file() {
        try (var file =
                Objects.requireNonNull(Sensors.class.getResourceAsStream("/demo/sensors.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID account(
            Accounts accounts, String region, String login, String role, Caller.Kind kind) {
        return accounts.byLogin(region, login)
                .orElseGet(() ->
                        accounts.create(
                                new NewAccount(
                                        region,
                                        login,
                                        "演示设备",
                                        kind,
                                        Optional.empty(),
                                        false,
                                        List.of(NewGrant.of(role, TerritoryCode.of(region))))));
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
