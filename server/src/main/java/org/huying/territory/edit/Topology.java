package org.huying.territory.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.NodeRow.Sizes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Looks for what does not fit together: places that overlap, parts of a place that none below covers, places that
/// reach outside the one above, and unusual sizes. All of it is a warning for people to judge. Pure.
final class Topology {
    static final int MOST_FINDINGS = 1000;
    private static final double SMALLEST = 1.0; // square metres
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private final SizeLimits limits;
    private final List<Finding> findings = new ArrayList<>();

    Topology(SizeLimits limits) {
        this.limits = limits;
    }

    record Place(TerritoryCode code, Kind kind, String name, Sizes sizes, Geometry outline) {}

    /// The findings about these places, by code, at most 1000.
    List<Finding> check(List<Place> places) {
        var byCode = new HashMap<TerritoryCode, Place>();
        var below = new TreeMap<TerritoryCode, List<Place>>();
        for (var place : places) {
            byCode.put(place.code(), place);
            size(place);
            if (tiles(place.kind())) {
                place.code()
                        .parent()
                        .ifPresent(
                                up -> below.computeIfAbsent(up, _ -> new ArrayList<>()).add(place));
            }
        }
        below.values().forEach(this::overlaps);
        below.forEach((code, parts) -> cover(byCode, code, parts));
        return findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
    }

    /// Square metres on the ground, to about half a percent.
    static double squareMetres(Geometry outline) {
        if (outline.isEmpty()) {
            return 0;
        }
        double latitude = Math.toRadians(outline.getEnvelopeInternal().centre().y);
        return outline.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(latitude);
    }

    /// Estates, buildings and segments lie across the tiling of divisions and grids.
    private static boolean tiles(Kind kind) {
        return switch (kind) {
            case DIVISION, GRID, EXCLUSIVE_GRID, MICRO_GRID -> true;
            case ESTATE, BUILDING, SEGMENT -> false;
        };
    }

    private void size(Place place) {
        var range = limits.of(place.kind());
        if (range.isEmpty()) {
            return;
        }
        var wanted = range.get();
        place.sizes()
                .households()
                .filter(count -> count < wanted.fewest() || count > wanted.most())
                .ifPresent(count ->
                        add(
                                new About(Finding.Kind.HOUSEHOLDS, place, "", 0),
                                "%d 户，建议 %d—%d 户".formatted(count, wanted.fewest(), wanted.most()),
                                "%d households; %d to %d are advised"
                                        .formatted(count, wanted.fewest(), wanted.most())));
        double area = squareMetres(place.outline());
        if (area > wanted.squareKilometres() * 1e6) {
            add(
                    new About(Finding.Kind.AREA, place, "", area),
                    "面积超过建议的 %.1f 平方公里".formatted(wanted.squareKilometres()),
                    "Larger than the %.1f square kilometres that are advised"
                            .formatted(wanted.squareKilometres()));
        }
    }

    private void overlaps(List<Place> siblings) {
        var tree = new STRtree();
        for (int i = 0; i < siblings.size(); i++) {
            tree.insert(siblings.get(i).outline().getEnvelopeInternal(), i);
        }
        for (int i = 0; i < siblings.size() && findings.size() < MOST_FINDINGS; i++) {
            var one = siblings.get(i);
            for (var found : tree.query(one.outline().getEnvelopeInternal())) {
                if (found instanceof Integer j && j > i) {
                    overlap(one, siblings.get(j));
                }
            }
        }
    }

    private void overlap(Place one, Place other) {
        var shared = overlay(one.outline(), other.outline(), OverlayNG.INTERSECTION);
        double area = squareMetres(shared);
        if (area > SMALLEST) {
            add(
                    new About(Finding.Kind.OVERLAP, one, other.code().value(), area),
                    "与“" + other.name() + "”重叠",
                    "Overlaps with " + other.name());
        }
    }

    private void cover(Map<TerritoryCode, Place> byCode, TerritoryCode code, List<Place> parts) {
        var whole = byCode.get(code);
        if (whole == null || findings.size() >= MOST_FINDINGS) {
            return;
        }
        var rest = whole.outline();
        for (var part : parts) {
            double outside =
                    squareMetres(overlay(part.outline(), whole.outline(), OverlayNG.DIFFERENCE));
            if (outside > SMALLEST) {
                add(
                        new About(Finding.Kind.OUTSIDE, part, code.value(), outside),
                        "超出“" + whole.name() + "”的范围",
                        "Reaches outside of " + whole.name());
            }
            rest = overlay(rest, part.outline(), OverlayNG.DIFFERENCE);
        }
        double gap = squareMetres(rest);
        if (gap > SMALLEST) {
            add(
                    new About(Finding.Kind.GAP, whole, "", gap),
                    "有未被下级覆盖的空白",
                    "Has ground that no place below covers");
        }
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        return OverlayNGRobust.overlay(one, other, operation);
    }

    private record About(Finding.Kind kind, Place place, String other, double area) {}

    private void add(About about, String zh, String en) {
        findings.add(
                new Finding(
                        about.kind(),
                        about.place().code().value(),
                        about.place().name(),
                        about.other(),
                        Math.round(about.area()),
                        zh,
                        en));
    }
}
