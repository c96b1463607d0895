package org.huying.insight;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.huying.matter.Flag;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// Matters in memory, of one region.
public final class FakeMatters implements MatterSummaries {

    public static final String REGION = "370481";
    public static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final List<String> STATES =
            List.of("REPORTED", "DISPATCHED", "IN_PROGRESS", "HANDLED", "REWORK");
    private static final List<String> TEXTS =
            List.of("路灯不亮，晚上很黑", "小区门口垃圾没人清运", "楼道堆放杂物影响通行", "井盖松动，车辆经过很响");

    private final TreeMap<UUID, MatterSummary> matters = new TreeMap<>();

    public static UUID id(int i) {
        return new UUID(0x0199_0000_0000_7000L + ((long) i << 16), 0x8000_0000_0000_0000L + i);
    }

    public static UUID unit(int i) {
        return UUID.nameUUIDFromBytes(("unit" + i).getBytes(StandardCharsets.UTF_8));
    }

    /// The i-th matter: every tenth is open; 20 streets of 10 communities of 3 grids; one a minute.
    public static MatterSummary matter(int i) {
        boolean open = i % 10 == 0;
        var at = START.plus(Duration.ofMinutes(i));
        var street = "%03d".formatted(1 + i % 20);
        var community = "%03d".formatted(1 + i / 20 % 10);
        var grid = "%03d".formatted(1 + i / 200 % 3);
        return new MatterSummary(
                REGION,
                id(i),
                1,
                "370481-260105-%05d".formatted(i),
                open
                        ? STATES.get(i / 10 % 5)
                        : i % 100 == 42 ? "MERGED" : i % 33 == 1 ? "REJECTED" : "CLOSED",
                open,
                "item-" + i % 100,
                "class-" + i % 7,
                i % 3 == 0 ? "hotline-12345" : "snap",
                "complaint",
                TerritoryCode.of(REGION + street + community + grid),
                Optional.of(new GeoPoint(117 + i % 1000 / 1000.0, 35 + i / 1000 % 1000 / 1000.0)),
                "第%d件".formatted(i),
                TEXTS.get(i % TEXTS.size()) + "，编号" + i,
                Optional.of(unit(i / 10 % 50)),
                i % 7 == 0 ? Optional.of(unit(1000 + i % 3)) : Optional.empty(),
                List.of(),
                Optional.empty(),
                i % 5 == 0
                        ? Optional.of(("phone" + i % 2000).getBytes(StandardCharsets.UTF_8))
                        : Optional.empty(),
                at,
                at,
                open && i % 40 != 0
                        ? Optional.of(at.plus(Duration.ofHours(i % 24)))
                        : Optional.empty(),
                Optional.empty(),
                i % 4 == 0,
                open ? Optional.empty() : Optional.of("satisfied"),
                open ? Optional.empty() : Optional.of(at.plus(Duration.ofDays(1))),
                "base",
                1,
                false,
                beside(i));
    }

    /// Of every hundred: one open matter that unit `500 + i / 100 % 10` helps with and that is supervised, one closed one
    /// that is excluded and was handled on the spot, and one that was merged into the open one.
    private static MatterSummary.Beside beside(int i) {
        return switch (i % 100) {
            case 40 -> helped(unit(500 + i / 100 % 10), Flag.SUPERVISED);
            case 41 -> flagged(Flag.EXCLUDED, Flag.SPOT);
            case 42 ->
                    new MatterSummary.Beside(
                            Set.of(Flag.MERGED),
                            List.of(),
                            List.of(),
                            Optional.of(id(i - 2)),
                            Optional.empty());
            default -> MatterSummary.Beside.NOTHING;
        };
    }

    public static MatterSummary.Beside flagged(Flag... flags) {
        return new MatterSummary.Beside(
                Set.of(flags), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /// Helped by this unit, and flagged otherwise.
    public static MatterSummary.Beside helped(UUID helper, Flag flag) {
        return new MatterSummary.Beside(
                Set.of(Flag.INVOLVED, Flag.HELPED, flag),
                List.of(helper),
                List.of(helper),
                Optional.empty(),
                Optional.of(START));
    }

    public FakeMatters fill(int from, int to) {
        for (int i = from; i < to; i++) {
            put(matter(i));
        }
        return this;
    }

    public void put(MatterSummary matter) {
        matters.put(matter.id(), matter);
    }

    /// The same matter one version later, in another state.
    public static MatterSummary moved(MatterSummary m, String state, boolean open) {
        return moved(m, state, open, m.beside());
    }

    public static MatterSummary moved(
            MatterSummary m, String state, boolean open, MatterSummary.Beside beside) {
        return new MatterSummary(
                m.region(),
                m.id(),
                m.version() + 1,
                m.number(),
                state,
                open,
                m.item(),
                m.itemClass(),
                m.channel(),
                m.demand(),
                m.area(),
                m.point(),
                m.title(),
                m.text(),
                m.unit(),
                m.person(),
                m.helpers(),
                m.requester(),
                m.phone(),
                m.reportedAt(),
                m.changedAt(),
                open ? m.due() : Optional.empty(),
                open ? m.wholeDue() : Optional.empty(),
                m.late(),
                open ? Optional.empty() : Optional.of("satisfied"),
                open ? Optional.empty() : Optional.of(m.reportedAt().plus(Duration.ofDays(2))),
                m.playbook(),
                m.playbookVersion(),
                m.hidden(),
                beside);
    }

    @Override
    public List<MatterSummary> of(String region, Collection<UUID> ids) {
        return ids.stream().filter(matters::containsKey).map(matters::get).toList();
    }

    @Override
    public List<MatterSummary> since(String region, Map<UUID, Integer> versions) {
        return of(region, versions.keySet());
    }

    @Override
    public Optional<MatterSummary> byNumber(String region, String number) {
        return matters.values().stream().filter(m -> m.number().equals(number)).findFirst();
    }

    @Override
    public void forEach(String region, Consumer<List<MatterSummary>> chunk) {
        var all = new ArrayList<>(matters.values());
        for (int from = 0; from < all.size(); from += 5_000) {
            chunk.accept(all.subList(from, Math.min(all.size(), from + 5_000)));
        }
    }

    @Override
    public List<String> regions() {
        return List.of(REGION);
    }
}
