package org.huying.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huying.matter.loop.Assignment;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState;
import org.springframework.stereotype.Component;

/// Summaries straight from the stored matters.
@Component
class StoredSummaries implements MatterSummaries {

    private static final int CHUNK = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Matters matters;
    private final RecentMatters recent;
    private final Rulebook rulebook;

    StoredSummaries(Matters matters, RecentMatters recent, Rulebook rulebook) {
        this.matters = matters;
        this.recent = recent;
        this.rulebook = rulebook;
    }

    @Override
    public List<MatterSummary> of(String region, Collection<UUID> ids) {
        return matters.find(region, ids).stream().map(this::summary).toList();
    }

    @Override
    public List<MatterSummary> since(String region, Map<UUID, Integer> versions) {
        var summaries = new ArrayList<MatterSummary>(versions.size());
        var unknown = new ArrayList<UUID>();
        versions.forEach((id, version) ->
                recent.since(new MatterId(region, id), version)
                        .ifPresentOrElse(it -> summaries.add(summary(it)), () -> unknown.add(id)));
        if (!unknown.isEmpty()) {
            summaries.addAll(of(region, unknown));
        }
        return summaries;
    }

    @Override
    public Optional<MatterSummary> byNumber(String region, String number) {
        return matters.byNumber(region, number).map(this::summary);
    }

    @Override
    public void forEach(String region, Consumer<List<MatterSummary>> chunk) {
        var after = FIRST;
        while (true) {
            var page = matters.page(region, after, CHUNK);
            if (page.isEmpty()) {
                return;
            }
            chunk.accept(page.stream().map(this::summary).toList());
            after = page.getLast().id().value();
        }
    }

    @Override
    public List<String> regions() {
        return matters.regions();
    }

    MatterSummary summary(Matter matter) {
        var report = matter.report();
        var subject = matter.subject();
        var state = matter.state();
        return new MatterSummary(
                matter.id().region(),
                matter.id().value(),
                matter.version(),
                report.number(),
                StateName.of(state).name(),
                state.open(),
                subject.item().orElse(""),
                subject.itemClass().orElse(""),
                report.channel(),
                report.demand(),
                subject.area(),
                subject.point(),
                report.title(),
                report.text(),
                state.assignment().map(Assignment::unit),
                state.assignment().flatMap(Assignment::person),
                matter.aside().helping(),
                report.requester(),
                report.contact().phoneIndex(),
                report.at(),
                matter.changedAt(),
                matter.clock().due(),
                state.open() ? matter.clock().whole() : Optional.empty(),
                !matter.clock().late().isEmpty(),
                state.rating(),
                closedAt(matter),
                report.playbook(),
                report.playbookVersion(),
                report.hidden(),
                Flags.beside(matter, rulebook));
    }

    private static Optional<Instant> closedAt(Matter matter) {
        return matter.state() instanceof MatterState.Closed
                ? matter.aside().asked().closedAt().or(() -> Optional.of(matter.changedAt()))
                : Optional.empty();
    }
}
