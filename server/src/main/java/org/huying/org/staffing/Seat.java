package org.huying.org.staffing;

import org.huying.territory.TerritoryCode;

/// A post on one place: how many people it shall have and how many it has.
public record Seat(String post, TerritoryCode area, String areaName, int quota, int held) {

    public int vacant() {
        return Math.max(0, quota - held);
    }

    /// Orders and pages lists.
    public String key() {
        return area.value() + "/" + post;
    }
}
