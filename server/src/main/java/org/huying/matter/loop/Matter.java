package org.huying.matter.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.MatterId;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// One matter as it stands. Immutable; every step answers a new one with the next version.
///
/// @param since when the present stage began
/// @param steps how many history rows it has; the last of them has the hash `chain`
public record Matter(
        MatterId id,
        int version,
        Report report,
        Subject subject,
        Standing standing,
        StageClock clock,
        Instant since,
        Instant changedAt,
        int steps,
        byte[] chain) {

    /// What it is about and where.
    public record Subject(
            Optional<String> item,
            Optional<String> itemClass,
            TerritoryCode area,
            Optional<GeoPoint> point) {}

    public MatterState state() {
        return standing.state();
    }

    public Aside aside() {
        return standing.aside();
    }

    /// The unit that has it in hand, or had it last.
    public List<UUID> lead() {
        return state().assignment().map(it -> List.of(it.unit())).orElse(List.of());
    }

    /// Every unit that has a part in it: the lead, the helpers, those who are consulted.
    public List<UUID> involved() {
        if (aside().equals(Aside.NOTHING)) {
            return lead();
        }
        var units = new ArrayList<>(lead());
        aside().assists().forEach(it -> units.add(it.unit()));
        aside().consults().forEach(it -> units.addAll(it.units()));
        return units;
    }

    /// The share of all matters, 0 to 1, that this one falls into by its id: for samples that can be checked.
    public double sampled() {
        return (Long.hashCode(id.value().getLeastSignificantBits()) & 0xFFFF) / 65_536.0;
    }
}
