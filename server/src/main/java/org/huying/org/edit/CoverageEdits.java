package org.huying.org.edit;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.org.OrgNews;
import org.huying.org.store.Bodies;
import org.huying.org.store.Coverages;
import org.huying.org.store.Rows;
import org.huying.org.store.Rows.Coverage;
import org.huying.org.store.Rows.Span;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says which areas a body works for besides standing on a place: party bodies of several villages, of an industry, or an
/// office for communities of several towns.
@Service
public class CoverageEdits {
    private final Bodies bodies;
    private final Coverages rows;
    private final OrgNews news;

    CoverageEdits(Bodies bodies, Coverages rows, OrgNews news) {
        this.bodies = bodies;
        this.rows = rows;
        this.news = news;
    }

    /// An area that a body works for.
    ///
    /// @param industry only for this industry there
    public record Area(TerritoryCode area, Optional<String> industry) {}

    /// A body by its key, with everything that it works for from now on.
    public record Entry(String organisation, List<Area> areas) {}

    public record Outcome(int added, int ended) {}

    private record Line(UUID organisation, Area area) {}

    /// Gives each named body exactly these areas. Running it twice changes nothing; a body that is not named keeps its own.
    @Transactional
    public Outcome save(String region, List<Entry> entries, LocalDate from) {
        var units =
                bodies.ofRegion(region).stream()
                        .filter(body -> body.span().to().isEmpty())
                        .collect(Collectors.toMap(Rows.Body::key, Rows.Body::id));
        var named = new LinkedHashSet<UUID>();
        var added = new LinkedHashSet<Line>();
        for (var entry : entries) {
            var unit = unit(units, entry.organisation());
            named.add(unit);
            entry.areas().forEach(area -> added.add(new Line(unit, area)));
        }
        var ended =
                rows.open(region).stream()
                        .filter(it -> named.contains(it.organisation()) && !added.remove(line(it)))
                        .map(Coverage::id)
                        .toList();
        if (!ended.isEmpty()) {
            rows.end(region, ended, from);
        }
        if (!added.isEmpty()) {
            rows.add(region, added.stream().map(line -> row(line, from)).toList());
        }
        if (!ended.isEmpty() || !added.isEmpty()) {
            news.changed(region, named.getFirst(), "coverage");
        }
        return new Outcome(added.size(), ended.size());
    }

    private static UUID unit(Map<String, UUID> units, String key) {
        return Optional.ofNullable(units.get(key))
                .orElseThrow(() ->
                        Problem.REFUSED.with(
                                "机构 " + key + " 不存在或已撤销", "There is no organisation " + key));
    }

    private static Line line(Coverage row) {
        return new Line(row.organisation(), new Area(row.area(), row.industry()));
    }

    private static Coverage row(Line line, LocalDate from) {
        return new Coverage(
                Ids.next(),
                line.organisation(),
                line.area().area(),
                line.area().industry(),
                new Span(from, Optional.empty()));
    }
}
