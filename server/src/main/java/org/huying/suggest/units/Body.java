package org.huying.suggest.units;

import java.util.Optional;
import org.huying.territory.TerritoryCode;

/// A unit as the model sees it: who it is, which place it serves, and what it is called there without that place's name.
/// `荆河街道城管办`, serving the street 荆河, and `北辛街道城管办`, serving 北辛, are the same role at two places.
///
/// @param stem the name without that of the place it serves
public record Body(String id, Optional<TerritoryCode> anchor, String stem) {

    /// Works for the whole county, whatever the place of a request.
    static Body everywhere(String id) {
        return new Body(id, Optional.empty(), id);
    }

    /// What this unit is for a request at `place`: a role of the place's own, or just itself.
    Role at(TerritoryCode place) {
        return anchor.filter(place::within)
                .map(it -> new Role(it.value().length(), stem))
                .orElseGet(() -> new Role(0, id));
    }

    /// @param digits the length of the code of the place whose own unit it is; 0 for one named by its id
    record Role(int digits, String name) {}
}
