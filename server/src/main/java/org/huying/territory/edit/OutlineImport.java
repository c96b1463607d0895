package org.huying.territory.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryNews;
import org.huying.territory.geo.Datum;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.NodeRow;
import org.huying.territory.store.Nodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Takes the outlines and grids of one county from a GeoJSON FeatureCollection: all of it, or nothing if one feature has
/// a flaw. Properties: `code`, `name`, `kind`, and perhaps `households`, `residents`, `generated`. A place that is there
/// gets the outline; if that or the name differs from before, the old row ends and another begins. Running it twice
/// changes nothing.
@Service
public class OutlineImport {
    private final Nodes nodes;
    private final Lineage lineage;
    private final TerritoryNews news;
    private final RegionLock lock;
    private final SizeLimits limits;

    OutlineImport(
            Nodes nodes, Lineage lineage, TerritoryNews news, RegionLock lock, SizeLimits limits) {
        this.nodes = nodes;
        this.lineage = lineage;
        this.news = news;
        this.lock = lock;
        this.limits = limits;
    }

    /// For commands without a container; call it within a transaction.
    public static OutlineImport on(JdbcClient jdbc, TerritoryNews news, SizeLimits limits) {
        return new OutlineImport(
                new Nodes(jdbc), new Lineage(jdbc), news, new RegionLock(jdbc), limits);
    }

    /// What was, or would be, done; `flaws` is empty unless nothing was.
    public record Outcome(
            int added, int changed, int unchanged, List<Flaw> flaws, List<Finding> findings) {}

    /// Where the features come from: `source` names it in the lineage, `from` is the first day of new places.
    public record Request(Datum datum, LocalDate from, String source, boolean dryRun) {}

    @Transactional
    public Outcome run(String region, JsonNode collection, Request request) {
        lock.take(region);
        var file = FeatureFile.read(collection, region, request.datum());
        var open = new HashMap<TerritoryCode, NodeRow>();
        nodes.openWithin(region, TerritoryCode.of(region))
                .forEach(row -> open.put(row.code(), row));
        var flaws = new ArrayList<>(file.flaws());
        flaws.addAll(misfits(region, file.features(), open));
        if (!flaws.isEmpty()) {
            return new Outcome(0, 0, 0, flaws, List.of());
        }
        var plan = plan(file.features(), open, request.from());
        if (!request.dryRun()) {
            carryOut(region, plan, request);
        }
        var findings = new Topology(limits).check(places(open, file.features()));
        return new Outcome(
                plan.added().size(),
                plan.completed().size() + plan.moved().size(),
                plan.unchanged(),
                List.of(),
                findings);
    }

    /// The findings about a county, or about a part of it, as it stands.
    @Transactional(readOnly = true)
    public List<Finding> topology(TerritoryCode within) {
        var rows = nodes.openWithin(within.region(), within);
        var findings = new ArrayList<>(Structure.check(within, rows));
        findings.addAll(
                new Topology(limits)
                        .check(rows.stream().flatMap(row -> place(row).stream()).toList()));
        return findings.subList(0, Math.min(findings.size(), Topology.MOST_FINDINGS));
    }

    private record Move(NodeRow old, NodeRow next) {}

    private record Plan(
            List<NodeRow> added, List<NodeRow> completed, List<Move> moved, int unchanged) {}

    private List<Flaw> misfits(
            String region, List<Feature> features, Map<TerritoryCode, NodeRow> open) {
        var flaws = new ArrayList<Flaw>();
        var codes = new HashSet<>(features.stream().map(Feature::code).toList());
        Set<String> used = Set.copyOf(nodes.everUsed(region, codes));
        for (var feature : features) {
            var parent = feature.code().parent().orElseThrow();
            var before = open.get(feature.code());
            var at = feature.path(".properties.code");
            if (before == null && used.contains(feature.code().value())) {
                flaws.add(
                        new Flaw(
                                at,
                                "code-used",
                                "代码已作废，不得再用",
                                "The code was used before and has ended"));
            } else if (before == null && !open.containsKey(parent) && !codes.contains(parent)) {
                flaws.add(
                        new Flaw(
                                at,
                                "no-parent",
                                "上级 " + parent + " 不存在",
                                "There is no " + parent + " above"));
            } else if (before != null && before.kind() != feature.kind()) {
                flaws.add(
                        new Flaw(
                                at,
                                "other-kind",
                                "该代码已是 " + before.kind(),
                                "The code is a " + before.kind()));
            }
        }
        return flaws;
    }

    private static Plan plan(
            List<Feature> features, Map<TerritoryCode, NodeRow> open, LocalDate from) {
        var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        int unchanged = 0;
        for (var feature : features) {
            var old = open.get(feature.code());
            if (old == null) {
                plan.added().add(fresh(feature, from));
            } else if (same(old, feature)) {
                unchanged++;
            } else if (old.outline().isEmpty() && sameName(old, feature)) {
                plan.completed().add(completed(old, feature));
            } else {
                var next =
                        old.from(Ids.next(), from, feature.name(), Optional.of(feature.outline()));
                plan.moved().add(new Move(old, next));
            }
        }
        return new Plan(plan.added(), plan.completed(), plan.moved(), unchanged);
    }

    private void carryOut(String region, Plan plan, Request request) {
        if (!plan.added().isEmpty()) {
            nodes.add(plan.added());
        }
        plan.completed().forEach(row -> nodes.complete(region, row));
        if (!plan.moved().isEmpty()) {
            move(region, plan.moved(), request);
        }
        var all = new ArrayList<>(plan.added());
        all.addAll(plan.completed());
        plan.moved().forEach(move -> all.add(move.next()));
        if (!all.isEmpty()) {
            boolean upper =
                    all.stream().anyMatch(row -> row.code().level().compareTo(Level.COUNTY) <= 0);
            news.changed(region, all.getFirst().id(), "import", upper);
        }
    }

    private void move(String region, List<Move> moves, Request request) {
        var from = request.from();
        var old = moves.stream().map(move -> move.old().id()).toList();
        if (nodes.end(region, old, from) != old.size()) {
            throw org.huying.problem.Problem.REFUSED.with(
                    "生效日期早于原记录的起始日期", "The date lies before the places themselves began");
        }
        nodes.add(moves.stream().map(Move::next).toList());
        var pairs = moves.stream().map(it -> new UUID[] {it.old().id(), it.next().id()}).toList();
        lineage.link(region, pairs, Lineage.Act.MOVE, from, request.source());
    }

    private static NodeRow fresh(Feature feature, LocalDate from) {
        var node =
                new Node(
                        feature.code(),
                        feature.kind(),
                        feature.name(),
                        from,
                        Optional.empty(),
                        feature.generated());
        return new NodeRow(Ids.next(), node, feature.sizes(), Optional.of(feature.outline()));
    }

    private static NodeRow completed(NodeRow old, Feature feature) {
        return new NodeRow(old.id(), old.node(), feature.sizes(), Optional.of(feature.outline()));
    }

    private static boolean same(NodeRow old, Feature feature) {
        return sameName(old, feature)
                && old.outline()
                        .filter(before -> before.equalsExact(feature.outline()))
                        .isPresent();
    }

    private static boolean sameName(NodeRow old, Feature feature) {
        return old.node().name().equals(feature.name());
    }

    private static List<Topology.Place> places(
            Map<TerritoryCode, NodeRow> open, List<Feature> features) {
        var places = new HashMap<TerritoryCode, Topology.Place>();
        open.values().forEach(row -> place(row).ifPresent(one -> places.put(one.code(), one)));
        features.forEach(one ->
                places.put(
                        one.code(),
                        new Topology.Place(
                                one.code(), one.kind(), one.name(), one.sizes(), one.outline())));
        return places.values().stream().sorted(Comparator.comparing(Topology.Place::code)).toList();
    }

    private static Optional<Topology.Place> place(NodeRow row) {
        return row.outline()
                .map(outline ->
                        new Topology.Place(
                                row.code(), row.kind(), row.node().name(), row.sizes(), outline));
    }
}
