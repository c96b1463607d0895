package org.huying.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.springframework.stereotype.Component;

/// Writes the notices that each step of a matter calls for.
@Component
class NoticeConsumer implements Consumer {

    private final MatterSummaries matters;
    private final Notices notices;

    NoticeConsumer(MatterSummaries matters, Notices notices) {
        this.matters = matters;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.matter";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var telling =
                batch.stream()
                        .filter(event -> !tells(event).isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        StoredFact::region, TreeMap::new, Collectors.toList()));
        telling.forEach((region, events) -> notices.add(region, notices(region, events)));
    }

    private List<Notice> notices(String region, List<StoredFact> events) {
        var ids = events.stream().map(StoredFact::subject).collect(Collectors.toSet());
        Map<UUID, MatterSummary> known =
                matters.of(region, ids).stream()
                        .collect(Collectors.toMap(MatterSummary::id, Function.identity()));
        var notices = new ArrayList<Notice>();
        for (var event : events) {
            var matter = known.get(event.subject());
            if (matter != null) {
                tells(event).forEach(tell -> add(notices, event, matter, tell));
            }
        }
        return notices;
    }

    private static void add(
            List<Notice> notices, StoredFact event, MatterSummary matter, NoticeRules.Tell tell) {
        Recipients.of(tell.whom(), matter)
                .ifPresent(recipient ->
                        notices.add(
                                new Notice(
                                        event.region(),
                                        Notice.id(event, recipient, tell.template()),
                                        recipient,
                                        matter.id(),
                                        tell.template(),
                                        matter.number(),
                                        matter.title(),
                                        matter.unit(),
                                        event.at())));
    }

    private static List<NoticeRules.Tell> tells(StoredFact event) {
        var facts = event.facts();
        return NoticeRules.tell(
                facts.path("from").asString(""),
                facts.path("to").asString(""),
                facts.path("act").asString(""));
    }
}
