package org.huying.gateway.device;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.gateway.device.Device.Filed;
import org.huying.gateway.device.Plan.Words;
import org.huying.matter.NewMatter;
import org.huying.matter.Reports;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Makes matters of what devices tell, and adds to those that are still open.
@Component
class Filing {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 2_000;
    private static final String UNSTATED = "unstated";

    private final Reports reports;
    private final Playbooks playbooks;
    private final Clock clock;

    Filing(Reports reports, Playbooks playbooks, Clock clock) {
        this.reports = reports;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// What is to be said of a device.
    record Said(Device device, Words words, Map<String, Object> values, Instant at) {

        String title() {
            return cut(Wording.fill(words.title(), device, values, at), LONGEST_TITLE);
        }

        String text() {
            return cut(Wording.fill(words.text(), device, values, at), LONGEST_TEXT);
        }
    }

    boolean open(String region, Filed filed) {
        return reports.said(region, List.of(filed.id())).stream()
                .anyMatch(it -> it.matter().open());
    }

    /// Opens a matter, once for each key.
    Filed open(Connection connection, Said said, boolean urgent, String key) {
        var device = said.device();
        var filed =
                take(
                        connection,
                        new Place(device.place(), device.area(), device.point()),
                        said.words().item(),
                        said.title(),
                        said.text(),
                        key(device, "open", key));
        if (urgent) {
            reports.urgent(device.region(), filed.id(), by(connection), key(device, "urgent", key));
        }
        return filed;
    }

    /// Opens a matter about the connection itself.
    Filed open(Connection connection, String title, String text, String key) {
        var none = new Place("", Optional.empty(), Optional.empty());
        return take(connection, none, Optional.empty(), title, text, key(connection, "open", key));
    }

    private record Place(String words, Optional<TerritoryCode> area, Optional<GeoPoint> point) {}

    private Filed take(
            Connection connection,
            Place place,
            Optional<String> item,
            String title,
            String text,
            UUID key) {
        var region = connection.region();
        var at = place.area().orElse(TerritoryCode.of(region));
        var playbook = playbooks.current(at, clock.instant());
        var rules = playbook.matter();
        var report =
                new NewMatter(
                        region,
                        known(connection.plan().channel(), "machine", rules.channels()),
                        known(UNSTATED, UNSTATED, rules.demands()),
                        title,
                        text,
                        place.words(),
                        item.filter(it -> playbook.item(it).isPresent()),
                        place.area(),
                        place.point(),
                        new NewMatter.Contact(Optional.empty(), Optional.empty()),
                        List.of(),
                        Optional.of(connection.key()),
                        false,
                        Map.of(),
                        Optional.empty());
        var receipt = reports.take(report, by(connection), Optional.of(key));
        return new Filed(receipt.id(), receipt.number());
    }

    /// Adds a line to the history of a matter, once for each key.
    void add(Connection connection, Device device, Filed filed, String words, String key) {
        reports.remark(
                device.region(),
                filed.id(),
                by(connection),
                cut(words, LONGEST_TEXT),
                key(device, "add", key));
    }

    /// The same of the connection itself.
    void add(Connection connection, Filed filed, String words, String key) {
        reports.remark(
                connection.region(),
                filed.id(),
                by(connection),
                words,
                key(connection, "add", key));
    }

    /// Devices speak in the name of their connection.
    private static Caller by(Connection connection) {
        return new Caller(
                connection.account().orElse(Caller.SYSTEM.account()),
                Caller.Kind.SYSTEM,
                connection.plan().name().zh(),
                List.of());
    }

    /// The key; where this place has others, the usual one, or the first.
    private static String known(String key, String usual, Map<String, Text> keys) {
        if (keys.containsKey(key)) {
            return key;
        }
        return keys.containsKey(usual) ? usual : keys.keySet().stream().findFirst().orElse(key);
    }

    private static UUID key(Device device, String what, String key) {
        return uuid("device " + device.id() + " " + what + " " + key);
    }

    private static UUID key(Connection connection, String what, String key) {
        return uuid(
                "connection "
                        + connection.region()
                        + " "
                        + connection.key()
                        + " "
                        + what
                        + " "
                        + key);
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Never in the middle of a character.
    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
