package org.huying.territory;

import org.huying.territory.divisions.Divisions;
import org.huying.territory.store.DivisionRows;
import org.springframework.stereotype.Component;

/// The shipped divisions and the rows they become.
@Component
record DivisionStock(Divisions divisions, DivisionRows rows) {}
