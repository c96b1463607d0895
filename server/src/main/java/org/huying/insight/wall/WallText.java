package org.huying.insight.wall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.wall.Wall.Below;
import org.huying.insight.wall.Wall.Now;
import org.huying.insight.wall.Wall.Place;
import org.huying.insight.wall.Wall.Rates;
import org.huying.insight.wall.Wall.Step;
import org.huying.insight.wall.Wall.Today;
import org.huying.insight.wall.Wall.Unit;
import org.huying.insight.wall.Wall.Whistle;
import org.huying.insight.wall.Wall.Whistles;
import org.huying.org.Organisations;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.WhistleSummary.Summoned;
import org.huying.whistle.WhistlesUnderWay;
import org.springframework.stereotype.Component;

/// Puts what was counted into words and names; names come from memory.
@Component
class WallText {

    /// What the places below are; what lies across them is not one of them.
    private static final Set<Kind> PLACES =
            EnumSet.of(Kind.DIVISION, Kind.GRID, Kind.EXCLUSIVE_GRID, Kind.MICRO_GRID);

    private final Territory territory;
    private final Organisations organisations;

    WallText(Territory territory, Organisations organisations) {
        this.territory = territory;
        this.organisations = organisations;
    }

    /// @param whole the counters of the area, `below` those of the places in it
    /// @param hours of today, reported and closed
    /// @param before the ranks of the span before
    record Counted(
            Instant now,
            LocalDate from,
            LocalDate today,
            Sums whole,
            Map<String, Sums> below,
            Map<String, Standing> standing,
            long[][] hours,
            Map<String, RatingAnswer> answers,
            Ranking before) {}

    Wall of(Walls.Asked asked, Counted counted, WhistlesUnderWay.Now whistles) {
        var telling = new Discretion(asked.small());
        var standing = new Standing();
        counted.standing().values().forEach(standing::add);
        var path = territory.path(asked.area(), counted.now());
        return new Wall(
                time(counted.now()),
                place(
                        asked.area(),
                        path.isEmpty() ? Optional.empty() : Optional.of(path.getLast())),
                path.stream().limit(Math.max(0, path.size() - 1)).map(WallText::place).toList(),
                counted.from(),
                counted.today(),
                asked.small(),
                now(standing, telling),
                today(counted.whole(), counted.hours(), telling),
                rates(counted.whole(), counted.answers(), telling),
                telling.counts(standing.states()),
                funnel(counted.whole(), counted.answers(), telling),
                telling.counts(losses(counted.whole())),
                places(asked.area(), counted, telling),
                whistles(asked.area(), whistles, counted.now()));
    }

    private List<Below> places(TerritoryCode area, Counted counted, Discretion telling) {
        var ranking = Ranking.of(counted.below(), counted.answers());
        return territory.children(area, counted.now()).stream()
                .filter(it -> PLACES.contains(it.kind()))
                .map(it -> below(it, counted, ranking, telling))
                .toList();
    }

    private static Below below(Node node, Counted counted, Ranking ranking, Discretion telling) {
        var code = node.code().value();
        var sums = counted.below().getOrDefault(code, new Sums());
        var standing = counted.standing().getOrDefault(code, Standing.NOTHING);
        return new Below(
                place(node),
                now(standing, telling),
                today(sums, new long[2][0], telling),
                telling.count(sums.of("reported")),
                rates(sums, counted.answers(), telling),
                ranking.scores().get(code),
                ranking.ranks().get(code),
                counted.before().ranks().get(code));
    }

    private static Now now(Standing standing, Discretion telling) {
        return new Now(
                telling.count(standing.open()),
                telling.count(standing.overdue()),
                telling.count(standing.soon()),
                telling.count(standing.held()));
    }

    private static Today today(Sums sums, long[][] hours, Discretion telling) {
        return new Today(
                telling.count(sums.ofToday("reported")),
                telling.count(sums.ofToday("accepted") + sums.ofToday("rejected")),
                telling.count(sums.ofToday("closed")),
                hours(hours[0], telling),
                hours(hours[1], telling));
    }

    /// An hour with too few counts as none.
    private static List<Long> hours(long[] hours, Discretion telling) {
        return Arrays.stream(hours).map(it -> telling.count(it) == null ? 0 : it).boxed().toList();
    }

    private static Rates rates(Sums sums, Map<String, RatingAnswer> answers, Discretion telling) {
        var outcome = new Outcome(sums, answers);
        return new Rates(
                telling.share(outcome.onTime(), outcome.reported()),
                telling.share(outcome.solved(), outcome.rated()),
                telling.mean(outcome.satisfaction(), outcome.rated()));
    }

    private static List<Step> funnel(
            Sums sums, Map<String, RatingAnswer> answers, Discretion telling) {
        var outcome = new Outcome(sums, answers);
        return List.of(
                new Step("reported", telling.count(outcome.reported())),
                new Step("accepted", telling.count(sums.of("accepted"))),
                new Step("dispatched", telling.count(sums.of("dispatched"))),
                new Step("handled", telling.count(sums.of("handled"))),
                new Step("rated", telling.count(outcome.rated())),
                new Step("satisfied", telling.count(outcome.satisfied())));
    }

    private static Map<String, Long> losses(Sums sums) {
        return Map.of(
                "returned", sums.of("returned"),
                "reworked", sums.of("reworked"),
                "rejected", sums.of("rejected"),
                "merged", sums.of("merged"));
    }

    private Whistles whistles(TerritoryCode area, WhistlesUnderWay.Now whistles, Instant now) {
        var ids =
                whistles.lines().stream()
                        .flatMap(it -> it.whistle().summoned().stream())
                        .map(Summoned::unit)
                        .distinct()
                        .toList();
        var names = organisations.names(area.region(), ids);
        return new Whistles(
                whistles.blown(),
                whistles.minutes().orElse(null),
                whistles.lines().stream().map(it -> whistle(it, names, now)).toList());
    }

    private Whistle whistle(WhistlesUnderWay.Line line, Map<UUID, String> names, Instant now) {
        var whistle = line.whistle();
        var area = whistle.area();
        var shown =
                area.value().length() > Level.COMMUNITY.digits() ? area.at(Level.COMMUNITY) : area;
        var due = whistle.summoned().stream().map(Summoned::due).max(Instant::compareTo);
        return new Whistle(
                line.subject().zh(),
                line.subject().en(),
                place(shown, territory.node(shown, now)).name(),
                whistle.state(),
                whistle.emergency(),
                time(whistle.blownAt()),
                time(due.orElse(whistle.blownAt())),
                whistle.summoned().stream()
                        .map(it ->
                                new Unit(
                                        names.getOrDefault(it.unit(), ""),
                                        it.lead(),
                                        it.state(),
                                        time(it.due())))
                        .toList());
    }

    private static Place place(Node node) {
        return new Place(node.code().value(), node.name(), node.code().level().name());
    }

    private static Place place(TerritoryCode code, Optional<Node> node) {
        return node.map(WallText::place)
                .orElseGet(() -> new Place(code.value(), code.value(), code.level().name()));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
