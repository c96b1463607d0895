package org.huying.gateway.device;

import static org.huying.sheet.ExcelSheet.text;
import static org.huying.sheet.ExcelSheet.time;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.gateway.device.DeviceViews.DeviceLine;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.sheet.Words;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// The register of devices, each as it stands, as a file, for those who maintain it.
@Component
class DeviceOutlet implements Outlet {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final DeviceLists lists;
    private final Clock clock;

    DeviceOutlet(DeviceLists lists, @Qualifier("wallClock") Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "devices";
    }

    @Override
    public Words name() {
        return new Words("感知设备", "Devices");
    }

    @Override
    public String permission() {
        return ConnectionController.EDIT;
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(
                new Filter("connection", new Words("连接", "Connection"), ConnectionController.KEY),
                Filter.oneOf(
                        "kind",
                        new Words("类别", "Kind"),
                        List.of(DeviceKind.values()),
                        DeviceKind::word,
                        (kind, language) -> language.pick(kind.label().zh(), kind.label().en())),
                Filter.oneOf(
                        "state",
                        new Words("状态", "State"),
                        List.of(DeviceLists.State.values()),
                        DeviceLists.State::word,
                        (state, language) -> state(state.word(), language)));
    }

    @Override
    public Lines<DeviceLine> open(Asked asked) {
        var now = clock.instant();
        var wanted =
                new DeviceLists.Wanted(
                        asked.value("connection"),
                        asked.value("kind").flatMap(DeviceKind::of),
                        asked.value("state").flatMap(DeviceLists.State::of),
                        Optional.empty());
        var lines =
                new Paged<DeviceLine, UUID>(after -> {
                    var found = lists.page(asked.region(), wanted, after.orElse(FIRST), PAGE, now);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().id());
                    var shown = found.stream().map(it -> DeviceViews.line(it, now)).toList();
                    return new Paged.Page<>(shown, next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(language.pick("感知设备", "Devices"), "devices", columns(language)),
                lines);
    }

    private static List<Column<DeviceLine>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("名称", "Name"), 28, DeviceLine::name),
                new Column<>(language.pick("编号", "Key"), 20, DeviceLine::key),
                new Column<>(language.pick("连接", "Connection"), 20, DeviceLine::connection),
                new Column<>(language.pick("类别", "Kind"), 14, it -> kind(it, language)),
                new Column<>(language.pick("状态", "State"), 12, it -> state(it.state(), language)),
                new Column<>(language.pick("地点", "Place"), 34, DeviceLine::place),
                new Column<>(language.pick("区划代码", "Code of the area"), 18, it -> text(it.area())),
                new Column<>(language.pick("经度", "Longitude"), 12, it -> text(it.lon())),
                new Column<>(language.pick("纬度", "Latitude"), 12, it -> text(it.lat())),
                new Column<>(language.pick("最近一次", "Last heard"), 18, it -> time(it.seenAt())),
                new Column<>(language.pick("读数", "Readings"), 30, DeviceOutlet::readings),
                new Column<>(language.pick("电量", "Battery"), 8, it -> text(it.battery())),
                new Column<>(language.pick("报警的事", "Matter"), 20, it -> text(it.number())));
    }

    private static String kind(DeviceLine line, Language language) {
        return DeviceKind.of(line.kind())
                .map(it -> language.pick(it.label().zh(), it.label().en()))
                .orElse(line.kind());
    }

    private static String readings(DeviceLine line) {
        return line.readings().stream()
                .map(it -> it.name() + " " + it.value())
                .collect(Collectors.joining("; "));
    }

    private static String state(String word, Language language) {
        return switch (word) {
            case "alarm" -> language.pick("报警", "Alarm");
            case "offline" -> language.pick("离线", "Lost");
            case "muted" -> language.pick("静音", "Muted");
            case "unheard" -> language.pick("没说过话", "Never heard");
            default -> language.pick("正常", "In order");
        };
    }
}
