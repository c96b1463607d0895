package org.huying.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huying.appointment.BookingMoved;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Tells the desk of a place who comes, and who does not come after all.
@Component
class BookingNotices implements Consumer {

    /// Every template there is, by the act it tells of; each has words in every language.
    static final Map<String, String> TEMPLATES =
            Map.of("book", "visit-booked", "cancel", "visit-cancelled");

    private final Notices notices;

    BookingNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.appointment";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BookingMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .filter(event -> TEMPLATES.containsKey(event.facts().path("act").asString("")))
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region, TreeMap::new, Collectors.toList()))
                .forEach((region, events) ->
                        notices.add(region, events.stream().map(BookingNotices::notice).toList()));
    }

    private static Notice notice(StoredFact event) {
        var desk = Recipients.desk(TerritoryCode.of(event.facts().path("area").asString("")));
        var template = TEMPLATES.getOrDefault(event.facts().path("act").asString(""), "");
        return new Notice(
                event.region(),
                Notice.id(event, desk, template),
                desk,
                event.subject(),
                template,
                "",
                event.facts().path("title").asString(""),
                Optional.empty(),
                "",
                event.at());
    }
}
