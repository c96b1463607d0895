package org.huying.bench;

import java.util.List;
import java.util.UUID;

/// Where the measured work happens: a real county with 20 of its streets and 400 of their communities, some units, and
/// a playbook of 40 items. `sealed` is some sealed personal field.
record Scene(
        String region,
        String playbook,
        int playbookVersion,
        List<Subject> items,
        List<String> streets,
        List<String> communities,
        List<UUID> units,
        byte[] sealed) {

    static final int STREETS = 20;
    static final int COMMUNITIES = 400;
    static final int ITEMS = 40;
    static final int UNITS = 40;

    /// An item and the class it stands under.
    record Subject(String key, String itemClass) {}

    /// The middle of a community as the bench lays them out: a grid of 20 by 20 over 40 by 40 km.
    double lon(int community) {
        return 116.0 + community % 20 * 0.02;
    }

    double lat(int community) {
        return 34.7 + Math.floorDiv(community, 20) * 0.018;
    }
}
