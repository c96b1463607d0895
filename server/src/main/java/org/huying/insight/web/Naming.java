package org.huying.insight.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.calendar.WorkCalendar;
import org.huying.org.Organisations;
import org.huying.playbook.Playbooks;
import org.huying.problem.Language;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives lines their names, all from memory.
@Component
class Naming {

    private final Territory territory;
    private final Organisations organisations;
    private final Playbooks playbooks;
    private final Clock clock;

    Naming(Territory territory, Organisations organisations, Playbooks playbooks, Clock clock) {
        this.territory = territory;
        this.organisations = organisations;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    List<MatterLine> lines(String region, List<LineRow> rows, Language language) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var ids = rows.stream().flatMap(Naming::units).distinct().toList();
        var units = organisations.names(region, ids);
        var areas = new HashMap<String, String>();
        return rows.stream()
                .map(row ->
                        line(
                                row,
                                itemName(row.area(), row.item(), language, now),
                                areas.computeIfAbsent(row.area(), _ -> areaName(row, now)),
                                units,
                                now))
                .toList();
    }

    private static Stream<UUID> units(LineRow row) {
        var helpers = row.beside().helpers().stream();
        return row.unit() == null ? helpers : Stream.concat(Stream.of(row.unit()), helpers);
    }

    private static MatterLine line(
            LineRow row, String item, String area, Map<UUID, String> units, Instant now) {
        var unit = row.unit();
        var due = row.due();
        var beside = row.beside();
        return new MatterLine(
                row.id(),
                row.version(),
                row.number(),
                row.title(),
                row.state(),
                row.item(),
                item,
                row.channel(),
                row.area(),
                area,
                unit,
                unit == null ? null : units.get(unit),
                local(due),
                due == null ? null : Duration.between(now, due).toSeconds(),
                row.late(),
                due != null
                        && now.isBefore(due)
                        && beside.amber() != null
                        && !now.isBefore(beside.amber()),
                beside.flags(),
                beside.helpers().stream()
                        .map(it -> new MatterLine.Unit(it, units.get(it)))
                        .toList(),
                beside.master(),
                row.point(),
                local(beside.wholeDue()),
                Objects.requireNonNull(local(row.reportedAt())));
    }

    String itemName(String area, String key, Language language) {
        return itemName(area, key, language, clock.instant());
    }

    /// As the playbook of the place calls it; items that it no longer knows keep their key as name.
    private String itemName(String area, String key, Language language, Instant now) {
        return playbooks
                .current(TerritoryCode.of(area), now)
                .item(key)
                .map(item -> language.pick(item.name().zh(), item.name().en()))
                .orElse(key);
    }

    /// The way a matter came in, as the playbook of the place calls it.
    String channelName(String area, String key, Language language) {
        var name =
                playbooks
                        .current(TerritoryCode.of(area), clock.instant())
                        .matter()
                        .channels()
                        .get(key);
        return name == null ? key : language.pick(name.zh(), name.en());
    }

    /// As it was called when the matter was reported, else as it is called now, else the code.
    String areaName(String code, Instant then, Instant now) {
        var area = TerritoryCode.of(code);
        var path = territory.path(area, then);
        if (path.isEmpty()) {
            path = territory.path(area, now);
        }
        if (path.isEmpty()) {
            return code;
        }
        var below = path.size() == 1 ? path : path.subList(1, path.size());
        return below.stream().map(Node::name).collect(Collectors.joining(" / "));
    }

    private String areaName(LineRow row, Instant now) {
        return areaName(row.area(), row.reportedAt(), now);
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
