package org.huying.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Reach;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;

/// How far somebody may bring a list in: a row of a place beyond it is refused, and no other. A grant for one unit counts
/// with its area.
public final class Bounds {

    private static final Words OUTSIDE =
            new Words("不在您能导入的范围内", "Not within the places that you may bring in");

    private final TerritoryCode county;
    private final Reach list;
    private final Reach files;
    private final List<UUID> units;

    /// Both count: what they may do to the list, and where they may bring in files at all.
    public Bounds(String region, Caller by, Intake intake) {
        county = TerritoryCode.of(region);
        list = by.reach(intake.permission());
        files = by.reach(FileController.IMPORT);
        units = by.units();
    }

    public boolean cover(TerritoryCode place) {
        return list.covers(place, units) && files.covers(place, units);
    }

    /// What is wrong with a row of this place, if anything; without a place it belongs to the county.
    public Optional<Fault> fault(long line, String column, Optional<TerritoryCode> place) {
        return cover(place.orElse(county))
                ? Optional.empty()
                : Optional.of(new Fault(line, column, "outside", OUTSIDE));
    }
}
