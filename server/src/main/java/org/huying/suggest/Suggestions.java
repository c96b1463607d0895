package org.huying.suggest;

import java.util.List;
import java.util.UUID;
import org.huying.playbook.Text;
import org.huying.territory.TerritoryCode;

/// The most likely answers with their reasons, at most three of each kind, the most likely first.
///
/// @param placeAmbiguous the names in the text fit several places; all that are shown are possible
public record Suggestions(
        List<OfItem> items, List<OfUnit> units, List<OfPlace> places, boolean placeAmbiguous) {

    /// A likely item.
    ///
    /// @param confidence 0 to 1
    public record OfItem(
            String item, Text name, String itemClass, double confidence, List<Text> reasons) {}

    /// A likely unit.
    ///
    /// @param mayAct an automatic dispatch rule names the same unit for the item that was stated
    public record OfUnit(
            UUID unit, String name, double confidence, List<Text> reasons, boolean mayAct) {}

    /// A likely place.
    ///
    /// @param name from below the county down, `荆河街道 · 荆河社区`
    public record OfPlace(TerritoryCode area, String name, double confidence, List<Text> reasons) {}
}
