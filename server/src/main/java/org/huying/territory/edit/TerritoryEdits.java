package org.huying.territory.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.Seen;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryNews;
import org.huying.territory.edit.Change.Cancel;
import org.huying.territory.edit.Change.Create;
import org.huying.territory.edit.Change.Merge;
import org.huying.territory.edit.Change.NewPlace;
import org.huying.territory.edit.Change.Rename;
import org.huying.territory.edit.Change.Split;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.NodeRow;
import org.huying.territory.store.Nodes;
import org.huying.territory.store.Outlines;
import org.huying.territory.store.Revisions;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Applies changes of the territory. Rows are ended and added, never edited; a code that was ever used is refused; a
/// place with open places below cannot be ended. What it refuses it refuses with a `Problem` and changes nothing.
@Service
public class TerritoryEdits {
    private final Nodes nodes;
    private final Lineage lineage;
    private final TerritoryNews news;
    private final RegionLock lock;
    private final Revisions revisions;

    TerritoryEdits(
            Nodes nodes,
            Lineage lineage,
            TerritoryNews news,
            RegionLock lock,
            Revisions revisions) {
        this.nodes = nodes;
        this.lineage = lineage;
        this.news = news;
        this.lock = lock;
        this.revisions = revisions;
    }

    /// Applies the change in `region`; answers the places that came out of it.
    @Transactional
    public List<Node> apply(String region, Change change) {
        lock.take(region);
        return switch (change) {
            case Create create -> create(region, create);
            case Merge merge -> merge(region, merge);
            case Split split -> split(region, split);
            case Rename rename -> rename(region, rename);
            case Cancel cancel -> cancel(region, cancel);
        };
    }

    /// The same, unless the territory has changed since its revision was `seen`.
    @Transactional
    public List<Node> apply(String region, Change change, Seen seen) {
        lock.take(region);
        seen.at(revisions.of(region));
        return apply(region, change);
    }

    private List<Node> create(String region, Create change) {
        var row = place(region, change.place(), change.from(), Optional.empty(), 0);
        nodes.add(List.of(row));
        tell(region, row, "create");
        return List.of(row.node());
    }

    private List<Node> merge(String region, Merge change) {
        var parts = nodes.open(region, change.parts());
        if (parts.size() != change.parts().size() || parts.size() < 2) {
            throw Problem.REFUSED.with(
                    "合并需要至少两个当前有效且不重复的网格", "A merge takes two or more different, valid places");
        }
        var inside = inside(region, parts);
        if (!change.carry()) {
            parts.forEach(part -> mustBeEmpty(part, inside));
        }
        end(region, parts, change.from());
        var into = place(region, change.into(), change.from(), union(parts), 0);
        nodes.add(List.of(into));
        lineage.add(
                region,
                ids(parts),
                List.of(into.id()),
                Lineage.Act.MERGE,
                change.from(),
                change.source());
        carry(region, inside, into, change);
        tell(region, into, "merge");
        return List.of(into.node());
    }

    private List<Node> split(String region, Split change) {
        if (change.parts().size() < 2) {
            throw Problem.REFUSED.with("拆分至少要有两个新网格", "A split makes two or more places");
        }
        var whole = open(region, change.place());
        mustBeEmpty(whole, inside(region, List.of(whole)));
        end(region, List.of(whole), change.from());
        var parts = new ArrayList<NodeRow>();
        for (var part : change.parts()) {
            int before =
                    (int)
                            parts.stream()
                                    .filter(row ->
                                            row.code().parent().equals(Optional.of(part.parent())))
                                    .count();
            parts.add(place(region, part, change.from(), Optional.empty(), before));
        }
        if (parts.stream().map(NodeRow::code).distinct().count() < parts.size()) {
            throw Problem.CONFLICT.with("新网格的代码重复", "Two of the new places have the same code");
        }
        nodes.add(parts);
        lineage.add(
                region,
                List.of(whole.id()),
                ids(parts),
                Lineage.Act.SPLIT,
                change.from(),
                change.source());
        tell(region, whole, "split");
        return parts.stream().map(NodeRow::node).toList();
    }

    private List<Node> rename(String region, Rename change) {
        var old = open(region, change.place());
        end(region, List.of(old), change.from());
        var next = old.from(Ids.next(), change.from(), change.name(), old.outline());
        nodes.add(List.of(next));
        lineage.add(
                region,
                ids(List.of(old)),
                ids(List.of(next)),
                Lineage.Act.RENAME,
                change.from(),
                change.source());
        tell(region, next, "rename");
        return List.of(next.node());
    }

    private List<Node> cancel(String region, Cancel change) {
        var old = open(region, change.place());
        mustBeEmpty(old, inside(region, List.of(old)));
        end(region, List.of(old), change.from());
        tell(region, old, "cancel");
        return List.of();
    }

    private NodeRow place(
            String region, NewPlace place, LocalDate from, Optional<Geometry> union, int before) {
        var parent = open(region, place.parent());
        var code = place.code().orElseGet(() -> nextCode(parent.code(), before));
        if (!code.parent().equals(Optional.of(parent.code())) || !Codes.fits(code, place.kind())) {
            throw Problem.REFUSED.with(
                    "代码 " + code + " 与上级或类型不符", "Code " + code + " fits neither parent nor kind");
        }
        if (!nodes.everUsed(region, List.of(code)).isEmpty()) {
            throw Problem.CONFLICT.with(
                    "代码 " + code + " 已使用过，不得再用",
                    "Code " + code + " was used before and is not used again");
        }
        var node =
                new Node(
                        code,
                        place.kind(),
                        place.name(),
                        from,
                        Optional.empty(),
                        place.generated());
        return new NodeRow(Ids.next(), node, place.sizes(), place.outline().or(() -> union));
    }

    private TerritoryCode nextCode(TerritoryCode parent, int before) {
        int digits = Codes.digitsBelow(parent);
        int last =
                nodes.lastBelow(parent, digits)
                        .map(code -> Integer.parseInt(code.substring(parent.value().length())))
                        .orElse(0);
        int next = last + 1 + before;
        if (next > 999) {
            throw Problem.REFUSED.with(
                    parent + " 下的三位顺序码已用完", "All 999 numbers below " + parent + " have been used");
        }
        return TerritoryCode.of(parent + String.valueOf(1000 + next).substring(1));
    }

    private NodeRow open(String region, TerritoryCode code) {
        return nodes.open(region, List.of(code)).stream()
                .findFirst()
                .orElseThrow(() -> unknown(code));
    }

    /// What lies in these places, without themselves.
    private List<NodeRow> inside(String region, List<NodeRow> places) {
        return places.stream()
                .flatMap(place ->
                        nodes.openWithin(region, place.code()).stream()
                                .filter(row -> !row.code().equals(place.code())))
                .toList();
    }

    private static void mustBeEmpty(NodeRow row, List<NodeRow> inside) {
        if (inside.stream().anyMatch(one -> one.code().within(row.code()))) {
            throw Problem.REFUSED.with(
                    row.code() + " 下还有有效的下级，请先调整下级",
                    "Places below " + row.code() + " are still valid; change them first");
        }
    }

    private void carry(String region, List<NodeRow> inside, NodeRow into, Merge change) {
        if (inside.isEmpty()) {
            return;
        }
        var moves = Carrying.below(into.code(), inside, change.from());
        end(region, inside, change.from());
        nodes.add(moves.stream().map(Carrying.Move::to).toList());
        var pairs = moves.stream().map(it -> new UUID[] {it.from().id(), it.to().id()}).toList();
        lineage.link(region, pairs, Lineage.Act.MOVE, change.from(), change.source());
    }

    private void end(String region, List<NodeRow> rows, LocalDate day) {
        if (nodes.end(region, ids(rows), day) != rows.size()) {
            throw Problem.REFUSED.with(
                    "生效日期早于原记录的起始日期", "The date lies before the place itself began");
        }
    }

    private void tell(String region, NodeRow row, String act) {
        var upper = row.code().level().compareTo(Level.COUNTY) <= 0;
        news.changed(region, row.id(), act, upper);
    }

    private static ProblemException unknown(TerritoryCode code) {
        return Problem.NOT_FOUND.with(code + " 不存在或已失效", "There is no valid place " + code);
    }

    private static Optional<Geometry> union(List<NodeRow> parts) {
        var outlines = parts.stream().flatMap(part -> part.outline().stream()).toList();
        return outlines.size() < parts.size()
                ? Optional.empty()
                : Optional.ofNullable(UnaryUnionOp.union(outlines, Outlines.FACTORY));
    }

    private static List<UUID> ids(List<NodeRow> rows) {
        return rows.stream().map(NodeRow::id).toList();
    }
}
