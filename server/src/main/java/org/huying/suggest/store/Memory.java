package org.huying.suggest.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.MatterSummary;
import org.huying.matter.StateName;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;

/// What one matter counts for.
///
/// @param heard the version up to which its returns are counted
record Memory(
        UUID matter,
        int version,
        LocalDate month,
        String item,
        TerritoryCode area,
        Optional<UUID> unit,
        Standing standing,
        int heard) {

    enum Standing {
        NONE,
        KEPT,
        RETURNED
    }

    static Memory of(MatterSummary matter) {
        var area = matter.area();
        return new Memory(
                matter.id(),
                matter.version(),
                TerritoryDay.of(matter.reportedAt()).withDayOfMonth(1),
                matter.item(),
                area.level().compareTo(Level.COMMUNITY) > 0 ? area.at(Level.COMMUNITY) : area,
                matter.unit(),
                standing(matter),
                0);
    }

    Memory heardTo(int to) {
        return new Memory(matter, version, month, item, area, unit, standing, to);
    }

    boolean kept() {
        return standing == Standing.KEPT;
    }

    private static Standing standing(MatterSummary matter) {
        if (matter.unit().isEmpty() || matter.item().isEmpty()) {
            return Standing.NONE;
        }
        return switch (StateName.valueOf(matter.state())) {
            case RETURNED -> Standing.RETURNED;
            case REPORTED, ACCEPTED, REJECTED, MERGED, VOIDED, WITHDRAWN -> Standing.NONE;
            case DISPATCHED, IN_PROGRESS, HANDLED, VERIFYING, REWORK, RATED, CLOSED ->
                    Standing.KEPT;
        };
    }
}
