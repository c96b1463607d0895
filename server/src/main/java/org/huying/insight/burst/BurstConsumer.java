package org.huying.insight.burst;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.EventLog;
import org.huying.eventlog.StoredFact;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.playbook.Playbooks;
import org.springframework.stereotype.Component;

/// Counts reports by item, area and window as they come in, and raises an alert where they are many. A report counts
/// once however often it is told, moves when it is filed anew, and counts no more when it was entered by mistake.
@Component
class BurstConsumer implements Consumer {

    /// Reports older than this are no news: their counts are forgotten unless they became an alert.
    static final Duration MEMORY = Duration.ofDays(40);

    private final MatterSummaries matters;
    private final Playbooks playbooks;
    private final BurstCounts counts;
    private final EventLog events;
    private final Clock clock;

    BurstConsumer(
            MatterSummaries matters,
            Playbooks playbooks,
            BurstCounts counts,
            EventLog events,
            Clock clock) {
        this.matters = matters;
        this.playbooks = playbooks;
        this.counts = counts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "insight.bursts";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    /// Only a new report, one filed anew, and one taken out can change a count.
    @Override
    public void apply(List<StoredFact> batch) {
        MatterMoved.versions(batch.stream().filter(BurstConsumer::counts).toList())
                .forEach(this::count);
    }

    private static boolean counts(StoredFact event) {
        var facts = event.facts();
        var act = facts.path("act").asString("");
        return facts.path("from").asString("").isEmpty()
                || act.equals("classify")
                || act.equals("locate")
                || facts.path("to").asString("").equals("VOIDED");
    }

    private void count(String region, Map<UUID, Integer> moved) {
        var now = clock.instant();
        var horizon = now.minus(MEMORY);
        counts.forget(region, horizon);
        var counted = new ArrayList<BurstCounts.Counted>();
        var out = new ArrayList<UUID>();
        for (var matter : matters.since(region, moved)) {
            if (matter.reportedAt().isAfter(horizon)) {
                counted(matter, now).ifPresentOrElse(counted::add, () -> out.add(matter.id()));
            }
        }
        counts.move(region, counted, out);
        events.append(counts.raised(region, now));
    }

    private Optional<BurstCounts.Counted> counted(MatterSummary matter, Instant now) {
        var at = matter.reportedAt();
        return matter.state().equals("VOIDED")
                ? Optional.empty()
                : playbooks
                        .current(matter.area(), now)
                        .matter()
                        .bursts()
                        .flatMap(rules ->
                                BurstKey.of(matter.item(), matter.area(), at, rules)
                                        .map(key ->
                                                new BurstCounts.Counted(
                                                        matter.id(), key, at, rules.count())));
    }
}
