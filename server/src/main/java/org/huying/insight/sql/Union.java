package org.huying.insight.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huying.matter.Flag;

/// A list as the union of branches that one index each serves. One branch reads lines directly; several read their
/// first keys, put them together and read the lines of the first of all.
final class Union {

    static final String COLUMNS =
            """
            m.id, m.version, m.number, m.title, m.state, m.item, m.channel, m.area, m.unit, m.due, m.late,
                   m.reported_at, m.point[0] AS lon, m.point[1] AS lat, m.flags, m.helpers, m.master, m.amber,
                   m.whole_due\
            """;

    private static final int[] SIZES = {
        21, 51, 101, ListStatements.MOST + 1, ListStatements.WHOLE + 1
    };

    private final String region;
    private final String table;
    private final Order order;
    private final List<Branch> branches = new ArrayList<>();

    Union(String region, String table, Order order) {
        this.region = region;
        this.table = table;
        this.order = order;
    }

    Branch branch(String from, Cut cut) {
        return added(new Branch(from, branches.size()).cut(cut));
    }

    /// Lines with a flag: of a unit, or one for each matter.
    Branch flagged(String from, Flag flag, Cut cut) {
        var branch = added(new Branch(from, branches.size(), flag).cut(cut));
        return cut.unit().isPresent() ? branch : branch.and("k.lead");
    }

    /// Lines that some other condition finds.
    Branch within(String from, Cut cut) {
        return added(new Branch(from, branches.size()).within(cut));
    }

    private Branch added(Branch branch) {
        branches.add(branch);
        return branch;
    }

    Statement statement(Place after, int limit) {
        int size = size(limit);
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("at", Values.time(after.at()));
        params.put("id", after.id());
        branches.forEach(branch -> params.putAll(branch.params()));
        return switch (branches.size()) {
            case 0 ->
                    new Statement(
                            "SELECT %s FROM insight.%s m WHERE FALSE".formatted(COLUMNS, table),
                            Map.of());
            case 1 -> {
                var only = branches.getFirst();
                yield new Statement(
                        only.direct() ? select(COLUMNS, only, size) : keyed(size), params);
            }
            default -> new Statement(keyed(size), params);
        };
    }

    private String keyed(int size) {
        var keys =
                branches.stream()
                        .map(branch -> "(" + select(branch.keys() + ".id", branch, size) + ")")
                        .collect(Collectors.joining(" UNION "));
        return """
        SELECT %s
          FROM (%s) k JOIN insight.%s m ON m.region = :region AND m.id = k.id
         %s
         LIMIT %d
        """
                .formatted(COLUMNS, keys, table, order.by("m"), size);
    }

    private String select(String columns, Branch branch, int size) {
        return """
        SELECT %s
          FROM %s
         WHERE %s AND %s
         %s
         LIMIT %d
        """
                .formatted(
                        columns,
                        branch.from(),
                        branch.where(),
                        order.after(branch.keys()),
                        order.by(branch.keys()),
                        size);
    }

    /// A few sizes only: as a constant the planner sees it, and few texts stay prepared.
    static int size(int limit) {
        for (int size : SIZES) {
            if (limit < size) {
                return size;
            }
        }
        throw new IllegalArgumentException("At most " + ListStatements.WHOLE + " lines: " + limit);
    }

    /// Cuts as one condition on `m`, for statements that some other index leads.
    static String anyOf(List<Cut> cuts, Map<String, Object> params) {
        if (cuts.isEmpty()) {
            return "FALSE";
        }
        var branches = new ArrayList<Branch>();
        cuts.forEach(cut -> branches.add(new Branch("matter_row", branches.size()).within(cut)));
        branches.forEach(branch -> params.putAll(branch.params()));
        return branches.stream().map(Branch::where).collect(Collectors.joining(" OR "));
    }
}
