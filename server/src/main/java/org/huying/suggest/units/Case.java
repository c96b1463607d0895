package org.huying.suggest.units;

import java.util.List;
import org.huying.territory.TerritoryCode;

/// What a request is about and where, from the narrowest kind to the widest: item, class, class above.
public record Case(List<String> kinds, TerritoryCode place) {

    public Case {
        kinds = List.copyOf(kinds);
    }
}
