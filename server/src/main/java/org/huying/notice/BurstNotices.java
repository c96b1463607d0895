package org.huying.notice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.insight.BurstRaised;
import org.huying.playbook.Playbooks;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Tells those who watch a place, and the street it lies in, that many ask for the same there.
@Component
class BurstNotices implements Consumer {

    static final String TEMPLATE = "burst-raised";

    private final Territory territory;
    private final Playbooks playbooks;
    private final Notices notices;

    BurstNotices(Territory territory, Playbooks playbooks, Notices notices) {
        this.territory = territory;
        this.playbooks = playbooks;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.bursts";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BurstRaised.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region, TreeMap::new, Collectors.toList()))
                .forEach((region, events) ->
                        notices.add(region, events.stream().flatMap(this::notices).toList()));
    }

    private Stream<Notice> notices(StoredFact event) {
        var area = TerritoryCode.of(event.facts().path("area").asString(""));
        var title = title(event, area);
        var street = area.level().digits() > Level.STREET.digits() ? area.at(Level.STREET) : area;
        return Stream.of(area, street)
                .map(Recipients::desk)
                .distinct()
                .map(desk ->
                        new Notice(
                                event.region(),
                                Notice.id(event, desk, TEMPLATE),
                                desk,
                                event.subject(),
                                TEMPLATE,
                                Integer.toString(event.facts().path("count").asInt(0)),
                                title,
                                Optional.empty(),
                                "",
                                event.at()));
    }

    /// What and where, in the words of the place.
    private String title(StoredFact event, TerritoryCode area) {
        var key = event.facts().path("item").asString("");
        var item =
                playbooks.current(area, event.at()).item(key).map(it -> it.name().zh()).orElse(key);
        var place = territory.node(area, event.at()).map(Node::name).orElse(area.value());
        return place + " · " + item;
    }
}
