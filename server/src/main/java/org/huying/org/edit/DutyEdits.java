package org.huying.org.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.org.OrgNews;
import org.huying.org.store.Bodies;
import org.huying.org.store.DutyLines;
import org.huying.org.store.Rows;
import org.huying.org.store.Rows.Duty;
import org.huying.org.store.Rows.Span;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the duty list: which unit answers for what, and where.
@Service
public class DutyEdits {
    private final Bodies bodies;
    private final DutyLines lines;
    private final OrgNews news;

    DutyEdits(Bodies bodies, DutyLines lines, OrgNews news) {
        this.bodies = bodies;
        this.lines = lines;
        this.news = news;
    }

    /// `unit` (its key) answers for `subject` (an item, a class or `*`) within `area`.
    public record Entry(String unit, String subject, TerritoryCode area, int priority) {}

    public record Outcome(int added, int changed) {}

    private record Identity(UUID unit, String subject, TerritoryCode area) {}

    /// Adds lines, and replaces those whose priority differs; running it twice changes nothing.
    @Transactional
    public Outcome save(String region, List<Entry> entries, LocalDate from) {
        var units =
                bodies.ofRegion(region).stream()
                        .filter(body -> body.span().to().isEmpty())
                        .collect(Collectors.toMap(Rows.Body::key, Rows.Body::id));
        var known = new HashMap<Identity, Duty>();
        lines.ofRegion(region).stream()
                .filter(line -> line.span().to().isEmpty())
                .forEach(line -> known.put(identity(line), line));
        var ended = new ArrayList<UUID>();
        var added = new ArrayList<Duty>();
        for (var entry : entries) {
            var unit =
                    Optional.ofNullable(units.get(entry.unit()))
                            .orElseThrow(() ->
                                    Problem.REFUSED.with(
                                            "机构 " + entry.unit() + " 不存在或已撤销",
                                            "There is no organisation " + entry.unit()));
            var identity = new Identity(unit, entry.subject(), entry.area());
            var before = Optional.ofNullable(known.get(identity));
            if (before.filter(line -> line.priority() == entry.priority()).isEmpty()) {
                before.map(Duty::id).ifPresent(ended::add);
                var line = duty(identity, entry, from);
                known.put(identity, line);
                added.add(line);
            }
        }
        store(region, ended, added, from);
        return new Outcome(added.size() - ended.size(), ended.size());
    }

    @Transactional
    public void end(String region, UUID line, LocalDate day) {
        if (lines.end(region, List.of(line), day) == 0) {
            throw Problem.NOT_FOUND.plain();
        }
        news.changed(region, line, "duties");
    }

    private void store(String region, List<UUID> ended, List<Duty> added, LocalDate from) {
        if (added.isEmpty()) {
            return;
        }
        if (!ended.isEmpty() && lines.end(region, ended, from) != ended.size()) {
            throw Problem.CONFLICT.with("同一责任在一批中出现两次", "A duty stands in the batch twice");
        }
        lines.add(region, added);
        news.changed(region, added.getFirst().id(), "duties");
    }

    private static Identity identity(Duty line) {
        return new Identity(line.unit(), line.subject(), line.area());
    }

    private static Duty duty(Identity identity, Entry entry, LocalDate from) {
        var span = new Span(from, Optional.empty());
        return new Duty(
                Ids.next(),
                identity.unit(),
                identity.subject(),
                identity.area(),
                entry.priority(),
                span);
    }
}
