package org.huying.gateway.device;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.gateway.device.Register.Entry;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.GeoPoint;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the register of devices, and says which are not to be heard for a while. Whatever is changed stands in the audit.
@Service
class DeviceDesk {

    private final Register register;
    private final Connections connections;
    private final Alarms alarms;
    private final Territory territory;
    private final Audit audit;
    private final Clock clock;

    DeviceDesk(
            Register register,
            Connections connections,
            Alarms alarms,
            Territory territory,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.register = register;
        this.connections = connections;
        this.alarms = alarms;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    Device found(String region, UUID id) {
        return register.find(region, id).orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// Enters devices, or says anew what is known of them; all or none. Answers how many are new.
    @Transactional
    int put(String region, List<Entry> entries, Caller by) {
        var checked = checked(region, entries);
        if (!checked.errors().isEmpty()) {
            throw Problem.INVALID.with("有几处内容不对", "Some fields are wrong").and(checked.errors());
        }
        int fresh = register.put(region, checked.ready(), now());
        audit.acted(
                by, region, "gateway.device.edit", entries.size() + " devices", Optional.empty());
        return fresh;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// What would be entered, and what is wrong: `devices[3].link` of the fourth.
    record Checked(List<Entry> ready, List<FieldError> errors) {}

    Checked checked(String region, List<Entry> entries) {
        Map<String, Connection> known = new HashMap<>();
        connections.all(region).forEach(it -> known.put(it.key(), it));
        var now = now();
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        var ready = new ArrayList<Entry>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var path = "devices[" + i + "].";
            var connection = Optional.ofNullable(known.get(entry.connection()));
            if (connection.isEmpty()) {
                errors.add(error(path + "connection", "没有这个连接", "There is no such connection"));
            } else {
                link(connection.get(), entry, path).ifPresent(errors::add);
                ready.add(placed(region, silent(connection.get(), entry, now), now));
            }
            if (!seen.add(entry.connection() + " " + entry.key())) {
                errors.add(error(path + "key", "同一个设备写了两次", "The same device stands there twice"));
            }
            place(region, entry, path).ifPresent(errors::add);
        }
        return new Checked(ready, errors);
    }

    @Transactional
    void end(String region, UUID id, Caller by) {
        var device = found(region, id);
        register.end(region, id);
        acted(by, device, "end", "");
    }

    /// Nothing is raised until then; readings are kept all the same. What alarms then and still does, is raised then.
    @Transactional
    void mute(String region, UUID id, Instant until, String why, Caller by) {
        var now = clock.instant();
        if (!until.isAfter(now)) {
            throw ConnectionDesk.invalid("until", "应是将来的时间", "It lies in the future");
        }
        var device = found(region, id);
        register.mute(device, Optional.of(until), why, now);
        note(device, "muted", now);
        acted(by, device, "mute", why);
    }

    @Transactional
    void unmute(String region, UUID id, Caller by) {
        var now = clock.instant();
        var device = found(region, id);
        if (device.muted(now)) {
            register.mute(device, Optional.empty(), "", now);
            note(device, "unmuted", now);
            acted(by, device, "unmute", "");
        }
    }

    private void note(Device device, String turn, Instant now) {
        var told = new Alarms.Told(turn, now, device.stand().values(), Optional.empty(), false);
        alarms.add(device, told, now);
    }

    private void acted(Caller by, Device device, String act, String why) {
        audit.acted(
                by,
                device.region(),
                "gateway.device." + act,
                device.connection() + " " + device.key(),
                Optional.of(why).filter(it -> !it.isEmpty()));
    }

    /// When it counts as lost if it never says anything.
    private static Entry silent(Connection connection, Entry it, Instant now) {
        var silent =
                connection.plan().rules().stream()
                        .filter(rule -> rule.kind().word().equals(it.kind()))
                        .flatMap(rule -> rule.lost().stream())
                        .findFirst()
                        .map(lost -> now.plus(lost.after()).toString());
        return new Entry(
                it.connection(),
                it.key(),
                it.kind(),
                it.name(),
                it.place(),
                it.area(),
                it.lon(),
                it.lat(),
                it.link(),
                silent.orElse(null),
                null);
    }

    /// Where it stands, for those who reach that place: as it was said, else by its point, else somewhere in the county.
    private Entry placed(String region, Entry it, Instant now) {
        var stands =
                Optional.ofNullable(it.area())
                        .or(() -> located(region, it, now).map(TerritoryCode::value))
                        .orElse(region);
        return new Entry(
                it.connection(),
                it.key(),
                it.kind(),
                it.name(),
                it.place(),
                it.area(),
                it.lon(),
                it.lat(),
                it.link(),
                it.silent(),
                stands);
    }

    private Optional<TerritoryCode> located(String region, Entry it, Instant now) {
        return it.lon() == null || it.lat() == null
                ? Optional.empty()
                : territory.locate(region, new GeoPoint(it.lon(), it.lat()), now).map(Node::code);
    }

    private static Optional<FieldError> place(String region, Entry entry, String path) {
        if (entry.area() != null && !entry.area().startsWith(region)) {
            return Optional.of(
                    error(
                            path + "area",
                            "应为本县的区划或网格代码",
                            "It is the code of a division or grid of this county"));
        }
        return (entry.lon() == null) == (entry.lat() == null)
                ? Optional.empty()
                : Optional.of(error(path + "lon", "经纬度要一起给", "Both or neither of lon and lat"));
    }

    /// Camera points lead out of here, and only to where the connection's file says.
    private static Optional<FieldError> link(Connection connection, Entry entry, String path) {
        if (entry.link() == null) {
            return Optional.empty();
        }
        var camera = entry.kind().equals(DeviceKind.CAMERA_POINT.word());
        return camera && allowed(entry.link(), connection.plan().hosts())
                ? Optional.empty()
                : Optional.of(
                        error(
                                path + "link",
                                "只有监控点位可以带链接，https，主机写在连接文件的 links 里",
                                "Only camera points have links: https, to a host under `links` in the file"));
    }

    private static boolean allowed(String link, Set<String> hosts) {
        try {
            var uri = new URI(link);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && hosts.contains(uri.getHost())
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static FieldError error(String path, String zh, String en) {
        return new FieldError(path, "unfit", zh, en);
    }
}
