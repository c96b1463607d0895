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
import org.huying.matter.Followers;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.matter.PlainWords;
import org.springframework.stereotype.Component;

/// Tells those who follow a matter, and those whose own was merged into it, that it was handled, that it is closed, and
/// that there was a reply.
@Component
class FollowerConsumer implements Consumer {

    /// State it came to → the words.
    static final Map<String, String> TEMPLATES =
            Map.of("HANDLED", "followed-handled", "CLOSED", "followed-closed");

    static final String REPLIED = "followed-replied";

    private final MatterSummaries matters;
    private final Followers followers;
    private final Notices notices;

    FollowerConsumer(MatterSummaries matters, Followers followers, Notices notices) {
        this.matters = matters;
        this.followers = followers;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.followers";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .filter(event -> !templates(event).isEmpty())
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region, TreeMap::new, Collectors.toList()))
                .forEach((region, events) -> notices.add(region, notices(region, events)));
    }

    private List<Notice> notices(String region, List<StoredFact> events) {
        var ids = events.stream().map(StoredFact::subject).collect(Collectors.toSet());
        Map<UUID, List<UUID>> following = followers.of(region, ids);
        if (following.isEmpty()) {
            return List.of();
        }
        Map<UUID, MatterSummary> known =
                matters.of(region, following.keySet()).stream()
                        .collect(Collectors.toMap(MatterSummary::id, Function.identity()));
        var told = new ArrayList<Notice>();
        for (var event : events) {
            var matter = known.get(event.subject());
            if (matter != null) {
                following.getOrDefault(event.subject(), List.of()).stream()
                        .filter(it -> !matter.requester().filter(it::equals).isPresent())
                        .forEach(it ->
                                templates(event)
                                        .forEach(words ->
                                                told.add(notice(event, matter, it, words))));
            }
        }
        return told;
    }

    /// Where it came to now, not where it stayed while somebody added something.
    private static List<String> templates(StoredFact event) {
        var facts = event.facts();
        var to = facts.path("to").asString("");
        var templates = new ArrayList<String>();
        if (TEMPLATES.containsKey(to) && !facts.path("from").asString("").equals(to)) {
            templates.add(TEMPLATES.getOrDefault(to, ""));
        }
        for (var did : facts.path("did")) {
            if (did.path("act").asString("").equals("reply")
                    && did.path("word").asString("").isEmpty()) {
                templates.add(REPLIED);
            }
        }
        return templates;
    }

    private static Notice notice(
            StoredFact event, MatterSummary matter, UUID follower, String template) {
        return new Notice(
                event.region(),
                Notice.id(event, follower, template),
                follower,
                matter.id(),
                template,
                matter.number(),
                PlainWords.title(matter.title()),
                matter.unit(),
                "",
                event.at());
    }
}
