package org.huying.org.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.Reach;
import org.huying.org.store.Bodies;
import org.huying.org.store.DutyLines;
import org.huying.org.store.Rows;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// The bodies of a region that a caller is shown.
@Component
class SeenBodies {

    private final Bodies bodies;
    private final DutyLines lines;
    private final Clock clock;

    SeenBodies(Bodies bodies, DutyLines lines, Clock clock) {
        this.bodies = bodies;
        this.lines = lines;
        this.clock = clock;
    }

    List<Rows.Body> ofRegion(String region) {
        return bodies.ofRegion(region);
    }

    /// Those that stand within the caller's reach.
    List<Rows.Body> reached(Caller caller, String region) {
        return bodies.ofRegion(region).stream()
                .filter(body -> Scope.reaches(caller, Scope.READ, region, body.anchor()))
                .toList();
    }

    /// Also those that answer for the caller's places by the duty list, wherever they stand: a desk may dispatch to them.
    List<Rows.Body> answering(Caller caller, String region) {
        var today = TerritoryDay.of(clock.instant());
        var units =
                lines.ofRegion(region).stream()
                        .filter(line -> !line.span().from().isAfter(today))
                        .filter(line ->
                                line.span().to().filter(end -> !end.isAfter(today)).isEmpty())
                        .filter(line -> over(line.area(), caller))
                        .map(Rows.Duty::unit)
                        .collect(Collectors.toSet());
        return bodies.ofRegion(region).stream()
                .filter(body ->
                        units.contains(body.id())
                                || Scope.reaches(caller, Scope.READ, region, body.anchor()))
                .toList();
    }

    /// Whether a place of the caller's lies in the area.
    private static boolean over(TerritoryCode area, Caller caller) {
        return caller.reach(Scope.READ) instanceof Reach.Within(var parts)
                && parts.stream()
                        .flatMap(part -> part.area().stream())
                        .anyMatch(place -> place.within(area));
    }
}
