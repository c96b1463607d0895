package org.huying.territory.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.NodeRow.Sizes;
import org.locationtech.jts.geom.Geometry;

/// One change of the territory. `from` is the first day of the new state; `source` says on whose word.
public sealed interface Change {

    /// A new place. Without a `code` it gets the next free number below `parent`.
    record NewPlace(
            TerritoryCode parent,
            Optional<TerritoryCode> code,
            Kind kind,
            String name,
            Sizes sizes,
            Optional<Geometry> outline,
            boolean generated) {}

    record Create(NewPlace place, LocalDate from) implements Change {}

    /// Ends the parts and puts one new place in their stead. With `carry` what lies in the parts is moved below the new
    /// place under new codes; without it, parts in which something lies are refused.
    record Merge(
            List<TerritoryCode> parts, NewPlace into, LocalDate from, String source, boolean carry)
            implements Change {

        public Merge(List<TerritoryCode> parts, NewPlace into, LocalDate from, String source) {
            this(parts, into, from, source, false);
        }
    }

    /// Ends one place and puts several new ones in its stead.
    record Split(TerritoryCode place, List<NewPlace> parts, LocalDate from, String source)
            implements Change {}

    record Rename(TerritoryCode place, String name, LocalDate from, String source)
            implements Change {}

    /// Ends a place for good; its code is never used again.
    record Cancel(TerritoryCode place, LocalDate from, String source) implements Change {}
}
