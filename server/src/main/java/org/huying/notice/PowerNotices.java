package org.huying.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.power.PowerMoved;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Tells a department that a power was used towards it, the street what the department says, and the county what it has to
/// decide.
@Component
class PowerNotices implements Consumer {

    /// Tell one inbox the words of a template.
    private record Tell(UUID whom, String template) {}

    /// Every template there is; each has words in every language.
    static final List<String> TEMPLATES =
            List.of(
                    "power-used",
                    "power-objected",
                    "power-maintained",
                    "power-withdrawn",
                    "power-decide",
                    "power-ruled",
                    "power-answered",
                    "power-late",
                    "power-recount");

    private final Notices notices;

    PowerNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.power";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PowerMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region, TreeMap::new, Collectors.toList()))
                .forEach((region, events) -> notices.add(region, notices(events)));
    }

    private static List<Notice> notices(List<StoredFact> events) {
        var told = new ArrayList<Notice>();
        for (var event : events) {
            for (var tell : tells(event)) {
                told.add(
                        new Notice(
                                event.region(),
                                Notice.id(event, tell.whom(), tell.template()),
                                tell.whom(),
                                event.subject(),
                                tell.template(),
                                "",
                                event.facts().path("title").asString(""),
                                Optional.of(department(event)),
                                event.facts().path("word").asString(""),
                                event.at()));
            }
        }
        return told;
    }

    private static List<Tell> tells(StoredFact event) {
        var department = department(event);
        var street = Recipients.desk(TerritoryCode.of(event.facts().path("node").asString("")));
        var county = Recipients.desk(TerritoryCode.of(event.region()));
        boolean agreed = event.facts().path("agreed").asBoolean(false);
        return switch (event.facts().path("act").asString("")) {
            case "use" -> List.of(new Tell(department, "power-used"));
            case "object" -> List.of(new Tell(street, "power-objected"));
            case "respond" ->
                    agreed
                            ? List.of(new Tell(department, "power-withdrawn"))
                            : List.of(
                                    new Tell(department, "power-maintained"),
                                    new Tell(county, "power-decide"));
            case "rule" ->
                    List.of(new Tell(department, "power-ruled"), new Tell(street, "power-ruled"));
            case "answer" -> List.of(new Tell(street, "power-answered"));
            case "late" ->
                    List.of(new Tell(department, "power-late"), new Tell(street, "power-late"));
            case "recount" -> List.of(new Tell(department, "power-recount"));
            default -> List.of();
        };
    }

    private static UUID department(StoredFact event) {
        return UUID.fromString(event.facts().path("department").asString(""));
    }
}
