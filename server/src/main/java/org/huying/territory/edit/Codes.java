package org.huying.territory.edit;

import org.huying.problem.Problem;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Which kinds of place stand at which level.
final class Codes {
    private Codes() {}

    static boolean fits(TerritoryCode code, Kind kind) {
        var level = code.level();
        return switch (kind) {
            case DIVISION -> level.compareTo(Level.COMMUNITY) <= 0;
            case GRID, EXCLUSIVE_GRID -> level == Level.GRID;
            case ESTATE -> level == Level.GRID || level == Level.MICRO_GRID;
            case MICRO_GRID, BUILDING, SEGMENT -> level == Level.MICRO_GRID;
        };
    }

    /// The digits of the codes directly below; a micro-grid has none.
    static int digitsBelow(TerritoryCode parent) {
        return switch (parent.level()) {
            case COUNTY -> Level.STREET.digits();
            case STREET -> Level.COMMUNITY.digits();
            case COMMUNITY -> Level.GRID.digits();
            case GRID -> Level.MICRO_GRID.digits();
            case PROVINCE, CITY, MICRO_GRID ->
                    throw Problem.REFUSED.with(
                            "不能在 " + parent + " 下新设", "Nothing is created below " + parent);
        };
    }
}
