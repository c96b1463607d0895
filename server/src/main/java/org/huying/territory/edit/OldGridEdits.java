package org.huying.territory.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.huying.territory.store.NodeRow;
import org.huying.territory.store.Nodes;
import org.huying.territory.store.OldGrids;
import org.huying.territory.store.OldGrids.OldGrid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes over the grids of single lines of work: which old code of a line is which grid now (多网合一). All or nothing.
@Service
public class OldGridEdits {
    private final OldGrids rows;
    private final Nodes nodes;

    public OldGridEdits(OldGrids rows, Nodes nodes) {
        this.rows = rows;
        this.nodes = nodes;
    }

    /// What came of it.
    ///
    /// @param changed how many are new or lead elsewhere than before
    public record Outcome(int read, int changed, List<Flaw> flaws) {}

    @Transactional
    public Outcome save(String region, List<OldGrid> grids, LocalDate since) {
        var open =
                nodes.open(region, grids.stream().map(OldGrid::grid).distinct().toList()).stream()
                        .map(NodeRow::code)
                        .collect(Collectors.toSet());
        var flaws = new ArrayList<Flaw>();
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < grids.size(); i++) {
            var one = grids.get(i);
            if (!open.contains(one.grid())) {
                flaws.add(
                        new Flaw(
                                "items[" + i + "].grid",
                                "no-grid",
                                "网格 " + one.grid() + " 不存在或已失效",
                                "There is no valid grid " + one.grid()));
            }
            if (!seen.add(List.of(one.line(), one.oldCode()))) {
                flaws.add(
                        new Flaw(
                                "items[" + i + "].code",
                                "repeated",
                                one.line() + " 的代码 " + one.oldCode() + " 重复",
                                "Code " + one.oldCode() + " of this line stands there twice"));
            }
        }
        int changed = flaws.isEmpty() && !grids.isEmpty() ? rows.save(region, grids, since) : 0;
        return new Outcome(grids.size(), changed, flaws);
    }
}
