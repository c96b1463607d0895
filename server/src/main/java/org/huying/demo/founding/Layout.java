package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.huying.demo.founding.Size.Ground;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;

/// Lays a place out as rectangles: streets, communities, grids, exclusive grids and micro-grids, as many as the ground
/// says. Schematic: it keeps who lies in what, not where it really lies. Pure.
final class Layout {

    private static final double COMMUNITY_SIDE = 0.0105; // degrees; about 1.2 km
    private static final int GRID_HOUSEHOLDS = 400;
    private static final int MICRO_HOUSEHOLDS = 56;
    private static final int FIRST_EXCLUSIVE = 901;
    private static final int FIRST_BUILDING = 501;
    private static final int FIRST_SEGMENT = 801;
    private static final double EXCLUSIVE_SHARE = 0.3;
    private static final double EXCLUSIVE_WEIGHT = 0.35;
    private static final List<String> EXCLUSIVE = List.of("学校", "医院", "商圈", "公园", "市场", "园区");

    private Layout() {}

    /// A county with its streets and communities, parents before what lies in them.
    ///
    /// @param children the nodes directly below a code
    static List<Cell> divisions(
            Node county, double[] centre, Function<TerritoryCode, List<Node>> children) {
        var cells = new ArrayList<Cell>();
        var streets = children.apply(county.code());
        var communities = streets.stream().map(it -> children.apply(it.code())).toList();
        int number = communities.stream().mapToInt(it -> Math.max(1, it.size())).sum();
        var box = Box.around(centre[0], centre[1], COMMUNITY_SIDE * Math.sqrt(number));
        int all = communities.stream().flatMap(List::stream).mapToInt(Layout::households).sum();
        cells.add(Cell.of(county, all, box));
        var weights = communities.stream().mapToDouble(it -> Math.max(1, it.size())).toArray();
        var boxes = box.cut(weights);
        for (int i = 0; i < streets.size(); i++) {
            street(streets.get(i), communities.get(i), boxes.get(i), cells);
        }
        return cells;
    }

    /// What lies in these communities, as many as the ground says in all of them together.
    static List<Cell> below(List<Cell> communities, Ground ground) {
        var cells = new ArrayList<Cell>();
        var base =
                ground.grids()
                        .map(it -> it.over(weights(communities)))
                        .orElseGet(() -> usual(communities, GRID_HOUSEHOLDS, 1));
        var exclusive =
                ground.exclusive()
                        .map(it -> it.over(communities.size()))
                        .orElseGet(
                                () -> communities.stream().mapToInt(Layout::exclusive).toArray());
        for (int i = 0; i < communities.size(); i++) {
            grids(communities.get(i), base[i], exclusive[i], cells);
        }
        var grids = cells.stream().filter(it -> it.kind() == Kind.GRID).toList();
        var micro =
                ground.microGrids()
                        .map(it -> it.over(weights(grids)))
                        .orElseGet(() -> usual(grids, MICRO_HOUSEHOLDS, 2));
        for (int i = 0; i < grids.size(); i++) {
            microGrids(grids.get(i), micro[i], cells);
        }
        across(grids, ground.across(), cells);
        return cells;
    }

    private static void street(Node street, List<Node> communities, Box box, List<Cell> cells) {
        var sizes = communities.stream().mapToInt(Layout::households).toArray();
        cells.add(Cell.of(street, Arrays.stream(sizes).sum(), box));
        if (communities.isEmpty()) {
            return;
        }
        var boxes = box.cut(even(communities.size()));
        for (int i = 0; i < communities.size(); i++) {
            cells.add(Cell.of(communities.get(i), sizes[i], boxes.get(i)));
        }
    }

    private static int households(Node community) {
        var dice = Dice.of(community.code().value());
        boolean urban = Shaping.urban(community.name());
        return urban ? dice.between(1300, 2300) : dice.between(310, 820);
    }

    private static int[] usual(List<Cell> cells, int households, int least) {
        return cells.stream()
                .mapToInt(it -> Math.max(least, Math.round(it.households() / (float) households)))
                .toArray();
    }

    private static int exclusive(Cell community) {
        var dice = Dice.of("grids" + community.code());
        return community.urban() && dice.chance(EXCLUSIVE_SHARE) ? 1 : 0;
    }

    private static void grids(Cell community, int base, int exclusive, List<Cell> cells) {
        if (base + exclusive == 0) {
            return;
        }
        var weights = even(base + exclusive);
        Arrays.fill(weights, base, base + exclusive, EXCLUSIVE_WEIGHT);
        var boxes = community.box().cut(weights);
        for (int i = 0; i < base; i++) {
            cells.add(
                    new Cell(
                            below(community.code(), i + 1),
                            Kind.GRID,
                            community.shortName() + "第" + (i + 1) + "网格",
                            share(community.households(), base, i),
                            true,
                            boxes.get(i)));
        }
        var dice = Dice.of("exclusive" + community.code());
        for (int i = 0; i < exclusive; i++) {
            cells.add(
                    new Cell(
                            below(community.code(), FIRST_EXCLUSIVE + i),
                            Kind.EXCLUSIVE_GRID,
                            community.shortName() + dice.one(EXCLUSIVE) + "专属网格",
                            0,
                            true,
                            boxes.get(base + i)));
        }
    }

    private static void microGrids(Cell grid, int number, List<Cell> cells) {
        if (number == 0) {
            return;
        }
        var boxes = grid.box().cut(even(number));
        for (int i = 0; i < number; i++) {
            cells.add(
                    new Cell(
                            below(grid.code(), i + 1),
                            Kind.MICRO_GRID,
                            grid.name() + " " + (i + 1) + " 号微网格",
                            share(grid.households(), number, i),
                            true,
                            boxes.get(i)));
        }
    }

    private static void across(List<Cell> grids, Size.Across across, List<Cell> cells) {
        var buildings = across.buildings().map(it -> it.over(weights(grids)));
        var segments = across.segments().map(it -> it.over(weights(grids)));
        for (int i = 0; i < grids.size(); i++) {
            int at = i;
            buildings.ifPresent(it -> stand(grids.get(at), Kind.BUILDING, it[at], cells));
            segments.ifPresent(it -> stand(grids.get(at), Kind.SEGMENT, it[at], cells));
        }
    }

    /// Buildings and stretches of street, each in the middle of its part of the grid.
    private static void stand(Cell grid, Kind kind, int number, List<Cell> cells) {
        if (number == 0) {
            return;
        }
        boolean building = kind == Kind.BUILDING;
        var boxes = grid.box().cut(even(number));
        for (int i = 0; i < number; i++) {
            cells.add(
                    new Cell(
                            below(grid.code(), (building ? FIRST_BUILDING : FIRST_SEGMENT) + i),
                            kind,
                            grid.name() + " " + (i + 1) + (building ? " 号楼" : " 街段"),
                            0,
                            true,
                            boxes.get(i).middle()));
        }
    }

    private static double[] weights(List<Cell> cells) {
        return cells.stream().mapToDouble(Cell::households).toArray();
    }

    private static double[] even(int number) {
        var weights = new double[number];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static int share(int all, int parts, int index) {
        return all / parts + (index < all % parts ? 1 : 0);
    }

    private static TerritoryCode below(TerritoryCode parent, int sequence) {
        return TerritoryCode.of(parent.value() + String.valueOf(1000 + sequence).substring(1));
    }

    /// The communities among these cells whose codes are chosen.
    static List<Cell> communities(List<Cell> cells, Set<TerritoryCode> chosen) {
        return cells.stream()
                .filter(it -> it.at(Level.COMMUNITY) && chosen.contains(it.code()))
                .toList();
    }
}
