package org.huying.whistle;

import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Organisations;
import org.huying.playbook.Playbooks;
import org.huying.playbook.WhistleRules.Overuse;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.Figures.OfCaller;
import org.huying.whistle.Figures.OfUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How much is whistled, and how those who were called came.
@RestController
@RequestMapping("/api/v1/{region}/whistles/figures")
class FiguresController {

    private static final Overuse NEVER = new Overuse(Integer.MAX_VALUE, Duration.ofDays(1));

    /// Whistles blown from the first to the last day, both counted. At most 500 callers and 500 units, busiest first.
    record WhistleFigures(
            LocalDate from, LocalDate to, List<CallerFigures> callers, List<UnitFigures> units) {}

    /// @param most the most whistles within the playbook's window, inside the period
    /// @param overuse more than the playbook says; it stops nobody
    record CallerFigures(
            @Nullable UUID unit,
            String name,
            String node,
            int whistles,
            int emergencies,
            int withdrawn,
            int most,
            boolean overuse) {}

    /// @param minutes from call to arrival on average, by the clock
    /// @param response average from 1 to 5, as `quality`
    record UnitFigures(
            UUID unit,
            String name,
            int summoned,
            int leading,
            int arrived,
            int onTime,
            @Nullable BigDecimal minutes,
            int missed,
            int objected,
            int upheld,
            int rated,
            @Nullable BigDecimal response,
            @Nullable BigDecimal quality,
            int solved) {}

    private final Figures figures;
    private final Playbooks playbooks;
    private final Organisations organisations;
    private final Territory territory;
    private final WhistleDesk desk;

    FiguresController(
            Figures figures,
            Playbooks playbooks,
            Organisations organisations,
            Territory territory,
            WhistleDesk desk) {
        this.figures = figures;
        this.playbooks = playbooks;
        this.organisations = organisations;
        this.territory = territory;
        this.desk = desk;
    }

    @GetMapping
    @Permit(Sight.READ)
    WhistleFigures figures(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Caller caller) {
        var period = Period.of(from, to);
        var scope = Scope.of(caller, region, organisations);
        var callers = callers(region, scope, period);
        var units = figures.units(region, scope, period);
        var names =
                organisations.names(
                        region,
                        Stream.concat(
                                        callers.stream().flatMap(it -> it.unit().stream()),
                                        units.stream().map(OfUnit::unit))
                                .toList());
        return new WhistleFigures(
                from,
                to,
                callers.stream().map(it -> caller(it, overuse(it), name(it, names::get))).toList(),
                units.stream().map(it -> unit(it, SummonsViews.name(names, it.unit()))).toList());
    }

    /// Each caller is counted within the window of the playbook of his own place.
    private List<OfCaller> callers(String region, Scope scope, Period period) {
        var usual = overuse(TerritoryCode.of(region)).window();
        var others = new HashMap<Duration, Map<String, OfCaller>>();
        return figures.callers(region, scope, period, usual).stream()
                .map(it -> {
                    var window = overuse(it).window();
                    return window.equals(usual)
                            ? it
                            : others.computeIfAbsent(
                                            window,
                                            own ->
                                                    figures
                                                            .callers(region, scope, period, own)
                                                            .stream()
                                                            .collect(
                                                                    Collectors.toMap(
                                                                            FiguresController::who,
                                                                            one -> one)))
                                    .getOrDefault(who(it), it);
                })
                .toList();
    }

    private static String who(OfCaller caller) {
        return caller.node() + caller.unit().map(UUID::toString).orElse("");
    }

    private Overuse overuse(OfCaller caller) {
        return overuse(TerritoryCode.of(caller.node()));
    }

    private Overuse overuse(TerritoryCode place) {
        return playbooks.current(place, desk.now()).whistle().overuse().orElse(NEVER);
    }

    private String name(OfCaller caller, Function<UUID, @Nullable String> names) {
        return caller.unit()
                .flatMap(it -> Optional.ofNullable(names.apply(it)))
                .or(() ->
                        territory.node(TerritoryCode.of(caller.node()), desk.now()).map(Node::name))
                .orElse(caller.node());
    }

    private static CallerFigures caller(OfCaller caller, Overuse overuse, String name) {
        return new CallerFigures(
                caller.unit().orElse(null),
                name,
                caller.node(),
                caller.whistles(),
                caller.emergencies(),
                caller.withdrawn(),
                caller.most(),
                caller.most() > overuse.count());
    }

    private static UnitFigures unit(OfUnit unit, String name) {
        return new UnitFigures(
                unit.unit(),
                name,
                unit.summoned(),
                unit.leading(),
                unit.arrived(),
                unit.onTime(),
                unit.minutes().orElse(null),
                unit.missed(),
                unit.objected(),
                unit.upheld(),
                unit.rated().times(),
                unit.rated().response().orElse(null),
                unit.rated().quality().orElse(null),
                unit.rated().solved());
    }
}
