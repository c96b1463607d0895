package org.huying.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.notice.WhistleNoticeRules.Tell;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.WhistleMoved;
import org.huying.whistle.WhistleSummaries;
import org.huying.whistle.WhistleSummary;
import org.huying.whistle.WhistleSummary.Summoned;
import org.springframework.stereotype.Component;

/// Writes the notices that each step of a whistle calls for.
@Component
class WhistleNotices implements Consumer {

    private final WhistleSummaries whistles;
    private final Notices notices;

    WhistleNotices(WhistleSummaries whistles, Notices notices) {
        this.whistles = whistles;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.whistle";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WhistleMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var byRegion =
                batch.stream()
                        .filter(event -> !tells(event).isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        StoredFact::region, TreeMap::new, Collectors.toList()));
        byRegion.forEach((region, events) -> notices.add(region, notices(region, events)));
    }

    private List<Notice> notices(String region, List<StoredFact> events) {
        var ids = events.stream().map(StoredFact::subject).collect(Collectors.toSet());
        Map<UUID, WhistleSummary> known =
                whistles.of(region, ids).stream()
                        .collect(Collectors.toMap(WhistleSummary::id, Function.identity()));
        var told = new ArrayList<Notice>();
        for (var event : events) {
            var whistle = known.get(event.subject());
            if (whistle != null) {
                tells(event).forEach(tell -> told.addAll(notices(event, whistle, tell)));
            }
        }
        return told;
    }

    private static List<Notice> notices(StoredFact event, WhistleSummary whistle, Tell tell) {
        var about = about(event, whistle);
        return recipients(tell.whom(), whistle, about)
                .distinct()
                .map(recipient ->
                        new Notice(
                                event.region(),
                                Notice.id(event, recipient, tell.template()),
                                recipient,
                                whistle.id(),
                                tell.template(),
                                whistle.number(),
                                whistle.title(),
                                about.map(Summoned::unit),
                                event.facts().path("word").asString(""),
                                event.at()))
                .toList();
    }

    private static Stream<UUID> recipients(
            WhistleNoticeRules.Whom whom, WhistleSummary whistle, Optional<Summoned> about) {
        return switch (whom) {
            case CALLER ->
                    Stream.concat(
                            whistle.callerUnit().stream(),
                            Stream.of(Recipients.desk(whistle.callerNode())));
            case UNITS ->
                    whistle.summoned().stream()
                            .flatMap(it ->
                                    Stream.concat(Stream.of(it.unit()), it.onDuty().stream()));
            case UNIT -> about.map(Summoned::unit).stream();
            case ABOVE -> about.flatMap(Summoned::above).stream();
            case ARBITER -> Stream.of(Recipients.desk(TerritoryCode.of(whistle.region())));
        };
    }

    private static Optional<Summoned> about(StoredFact event, WhistleSummary whistle) {
        var unit = event.facts().path("unit").asString("");
        return whistle.summoned().stream()
                .filter(it -> it.unit().toString().equals(unit))
                .findFirst();
    }

    private static List<Tell> tells(StoredFact event) {
        return WhistleNoticeRules.tell(event.facts().path("act").asString(""));
    }
}
