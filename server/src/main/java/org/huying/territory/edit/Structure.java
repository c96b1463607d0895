package org.huying.territory.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.NodeRow;

/// Looks for places that hang in the air: a grid belongs to exactly one community, and communities beside others with
/// grids have grids too. All of it is a warning for people to judge. Pure.
final class Structure {
    private Structure() {}

    /// The findings about the open places at and below `root`, by code.
    static List<Finding> check(TerritoryCode root, List<NodeRow> open) {
        var codes = open.stream().map(NodeRow::code).collect(Collectors.toSet());
        var withGrids =
                open.stream()
                        .filter(row -> row.code().level() == Level.GRID)
                        .map(row -> row.code().at(Level.COMMUNITY))
                        .collect(Collectors.toSet());
        var streets =
                withGrids.stream().map(code -> code.at(Level.STREET)).collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        for (var row : open) {
            var code = row.code();
            if (!code.equals(root) && !codes.contains(code.parent().orElseThrow())) {
                findings.add(
                        finding(
                                Finding.Kind.ORPHAN,
                                row,
                                "上级已失效，不属于任何社区或网格",
                                "The place above has ended; it belongs to no community or grid"));
            }
            if (code.level() == Level.COMMUNITY
                    && streets.contains(code.at(Level.STREET))
                    && !withGrids.contains(code)) {
                findings.add(
                        finding(
                                Finding.Kind.WITHOUT_GRIDS,
                                row,
                                "同街道其他社区已划网格，本社区没有",
                                "Other communities of its street have grids, this one has none"));
            }
        }
        return findings;
    }

    private static Finding finding(Finding.Kind kind, NodeRow row, String zh, String en) {
        return new Finding(kind, row.code().value(), row.node().name(), "", 0, zh, en);
    }
}
