package org.huying.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;

/// Lays a county out as rectangles: streets, communities, grids of 300 to 500 households, exclusive grids, and
/// micro-grids of 30 to 80. Schematic: it keeps who lies in what, not where it really lies. Pure.
final class Layout {

    private static final double COMMUNITY_SIDE = 0.0105; // degrees; about 1.2 km
    private static final int GRID_HOUSEHOLDS = 400;
    private static final int MICRO_HOUSEHOLDS = 56;
    private static final int FIRST_EXCLUSIVE = 901;
    private static final double EXCLUSIVE_SHARE = 0.3;
    private static final double EXCLUSIVE_WEIGHT = 0.35;
    private static final List<String> EXCLUSIVE = List.of("学校", "医院", "商圈", "公园", "市场", "园区");

    private final List<Cell> cells = new ArrayList<>();

    private Layout() {}

    /// All cells, parents before what lies in them.
    ///
    /// @param children the nodes directly below a code
    static List<Cell> of(
            Node county, double[] centre, Function<TerritoryCode, List<Node>> children) {
        var layout = new Layout();
        var streets = children.apply(county.code());
        var communities = streets.stream().map(it -> children.apply(it.code())).toList();
        int number = communities.stream().mapToInt(it -> Math.max(1, it.size())).sum();
        var box = Box.around(centre[0], centre[1], COMMUNITY_SIDE * Math.sqrt(number));
        layout.cells.add(new Cell(county.code(), Kind.DIVISION, county.name(), 0, box));
        var weights = communities.stream().mapToDouble(it -> Math.max(1, it.size())).toArray();
        var boxes = box.cut(weights);
        for (int i = 0; i < streets.size(); i++) {
            layout.street(streets.get(i), communities.get(i), boxes.get(i));
        }
        int households =
                layout.cells.stream()
                        .filter(it -> it.at(Level.COMMUNITY))
                        .mapToInt(Cell::households)
                        .sum();
        layout.cells.set(0, new Cell(county.code(), Kind.DIVISION, county.name(), households, box));
        return List.copyOf(layout.cells);
    }

    private void street(Node street, List<Node> communities, Box box) {
        var sizes = communities.stream().mapToInt(Layout::households).toArray();
        cells.add(
                new Cell(
                        street.code(),
                        Kind.DIVISION,
                        street.name(),
                        Arrays.stream(sizes).sum(),
                        box));
        if (communities.isEmpty()) {
            return;
        }
        var weights = new double[communities.size()];
        Arrays.fill(weights, 1);
        var boxes = box.cut(weights);
        for (int i = 0; i < communities.size(); i++) {
            var node = communities.get(i);
            var cell = new Cell(node.code(), Kind.DIVISION, node.name(), sizes[i], boxes.get(i));
            cells.add(cell);
            grids(cell);
        }
    }

    private static int households(Node community) {
        var dice = Dice.of(community.code().value());
        boolean urban = community.name().contains("社区") || community.name().contains("居");
        return urban ? dice.between(1300, 2300) : dice.between(310, 820);
    }

    private void grids(Cell community) {
        var dice = Dice.of("grids" + community.code());
        int number = Math.max(1, Math.round(community.households() / (float) GRID_HOUSEHOLDS));
        boolean exclusive = community.urban() && dice.chance(EXCLUSIVE_SHARE);
        var weights = new double[number + (exclusive ? 1 : 0)];
        Arrays.fill(weights, 1);
        if (exclusive) {
            weights[number] = EXCLUSIVE_WEIGHT;
        }
        var boxes = community.box().cut(weights);
        for (int i = 0; i < number; i++) {
            int households = share(community.households(), number, i);
            grid(community, i + 1, households, boxes.get(i));
        }
        if (exclusive) {
            var name = community.shortName() + dice.one(EXCLUSIVE) + "专属网格";
            var code = below(community.code(), FIRST_EXCLUSIVE);
            cells.add(new Cell(code, Kind.EXCLUSIVE_GRID, name, 0, boxes.get(number)));
        }
    }

    private void grid(Cell community, int sequence, int households, Box box) {
        var name = community.shortName() + "第" + sequence + "网格";
        var grid = new Cell(below(community.code(), sequence), Kind.GRID, name, households, box);
        cells.add(grid);
        int number = Math.max(2, Math.round(households / (float) MICRO_HOUSEHOLDS));
        var weights = new double[number];
        Arrays.fill(weights, 1);
        var boxes = box.cut(weights);
        for (int i = 0; i < number; i++) {
            cells.add(
                    new Cell(
                            below(grid.code(), i + 1),
                            Kind.MICRO_GRID,
                            name + " " + (i + 1) + " 号微网格",
                            share(households, number, i),
                            boxes.get(i)));
        }
    }

    private static int share(int all, int parts, int index) {
        return all / parts + (index < all % parts ? 1 : 0);
    }

    private static TerritoryCode below(TerritoryCode parent, int sequence) {
        return TerritoryCode.of(parent.value() + String.valueOf(1000 + sequence).substring(1));
    }
}
