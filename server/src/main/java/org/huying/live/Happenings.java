package org.huying.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.huying.eventlog.Tail;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.notice.NoticesTold;
import org.huying.whistle.WhistleMoved;
import org.huying.whistle.WhistleSummaries;
import org.huying.whistle.WhistleSummary;
import org.springframework.stereotype.Component;

/// Makes facts of the log into what can be told: one look at the matters and one at the whistles of each region, for all
/// who listen together.
@Component
class Happenings {

    private final MatterSummaries matters;
    private final WhistleSummaries whistles;

    Happenings(MatterSummaries matters, WhistleSummaries whistles) {
        this.matters = matters;
        this.whistles = whistles;
    }

    /// In the same order; facts that nobody listens to are left out.
    List<Moved> of(List<Tail.Read> read) {
        var matter = matters(read);
        var whistle = whistles(read);
        return read.stream()
                .flatMap(one ->
                        switch (one.fact().kind()) {
                            case MatterMoved.KIND ->
                                    Optional.ofNullable(matter.get(one.fact().subject()))
                                            .map(it -> Moved.matter(one, it))
                                            .stream();
                            case WhistleMoved.KIND ->
                                    Optional.ofNullable(whistle.get(one.fact().subject()))
                                            .map(it -> Moved.whistle(one, it))
                                            .stream();
                            case NoticesTold.KIND -> Optional.of(Moved.notice(one)).stream();
                            default -> Optional.<Moved>empty().stream();
                        })
                .toList();
    }

    private Map<UUID, MatterSummary> matters(List<Tail.Read> read) {
        var moves =
                read.stream()
                        .map(Tail.Read::fact)
                        .filter(it -> it.kind().equals(MatterMoved.KIND))
                        .toList();
        var found = new HashMap<UUID, MatterSummary>();
        MatterMoved.versions(moves)
                .forEach((region, versions) ->
                        matters.since(region, versions).forEach(it -> found.put(it.id(), it)));
        return found;
    }

    private Map<UUID, WhistleSummary> whistles(List<Tail.Read> read) {
        var moved = new TreeMap<String, Collection<UUID>>();
        read.stream()
                .map(Tail.Read::fact)
                .filter(it -> it.kind().equals(WhistleMoved.KIND))
                .forEach(it ->
                        moved.computeIfAbsent(it.region(), _ -> new TreeSet<>()).add(it.subject()));
        var found = new HashMap<UUID, WhistleSummary>();
        moved.forEach(
                (region, ids) -> whistles.of(region, ids).forEach(it -> found.put(it.id(), it)));
        return found;
    }
}
