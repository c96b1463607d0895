package org.huying.territory.divisions;

import org.huying.territory.TerritoryCode;

/// One division of the national scheme, from a province down to a community.
public record Division(TerritoryCode code, String name) {}
