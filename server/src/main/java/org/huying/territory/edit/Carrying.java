package org.huying.territory.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.huying.territory.Kind;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.NodeRow;

/// Which codes places get when the place above them is merged: those directly below are numbered anew in the order of
/// their old codes (exclusive grids from 901), what lies deeper keeps its own number. Pure.
final class Carrying {
    private static final int MOST = 999;
    private static final int BEFORE_EXCLUSIVE = 900;

    private Carrying() {}

    record Move(NodeRow from, NodeRow to) {}

    static List<Move> below(TerritoryCode into, List<NodeRow> inside, LocalDate day) {
        int digits = Codes.digitsBelow(into);
        var codes = new HashMap<String, String>();
        var numbers = new HashMap<Boolean, Integer>(Map.of(true, BEFORE_EXCLUSIVE, false, 0));
        var moves = new ArrayList<Move>();
        for (var row :
                inside.stream()
                        .sorted(
                                Comparator.comparingInt((NodeRow it) -> it.code().value().length())
                                        .thenComparing(NodeRow::code))
                        .toList()) {
            var old = row.code().value();
            var head = old.substring(0, digits);
            if (old.length() == digits) {
                int number = numbers.merge(row.kind() == Kind.EXCLUSIVE_GRID, 1, Integer::sum);
                codes.put(old, into.value() + number(into, number));
            }
            var code = codes.get(head) + old.substring(digits);
            moves.add(new Move(row, moved(row, TerritoryCode.of(code), day)));
        }
        return moves;
    }

    private static String number(TerritoryCode into, int number) {
        if (number > MOST) {
            throw Problem.REFUSED.with(
                    into + " 下的三位顺序码已用完", "All 999 numbers below " + into + " have been used");
        }
        return String.valueOf(MOST + 1 + number).substring(1);
    }

    private static NodeRow moved(NodeRow row, TerritoryCode code, LocalDate day) {
        var node =
                new Node(
                        code,
                        row.kind(),
                        row.node().name(),
                        day,
                        Optional.empty(),
                        row.node().generated());
        return new NodeRow(Ids.next(), node, row.sizes(), row.outline());
    }
}
