package org.huying.demo.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huying.demo.founding.Size.Ground;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final Node county = node("370481", "某县");
    private final Map<TerritoryCode, List<Node>> below =
            Map.of(
                    county.code(), List.of(node("370481001", "东街道"), node("370481100", "西镇")),
                    TerritoryCode.of("370481001"), nodes("370481001", "社区居委会", 7),
                    TerritoryCode.of("370481100"), nodes("370481100", "村委会", 23));
    private final List<Cell> cells = laid();

    @Test
    void isTheSameEveryTime() {
        assertThat(laid()).isEqualTo(cells);
    }

    @Test
    void keepsTheSizesThatArePublished() {
        assertThat(cells.stream().filter(it -> it.kind() == Kind.GRID))
                .hasSizeGreaterThan(40)
                .allSatisfy(it -> assertThat(it.households()).isBetween(250, 600));
        assertThat(cells.stream().filter(it -> it.kind() == Kind.MICRO_GRID))
                .allSatisfy(it -> assertThat(it.households()).isBetween(30, 80));
        assertThat(cells).filteredOn(it -> it.kind() == Kind.EXCLUSIVE_GRID).isNotEmpty();
    }

    @Test
    void coversEveryPlaceWithWhatLiesInItAndOverlapsNowhere() {
        for (var place : cells) {
            var parts =
                    cells.stream()
                            .filter(it -> it.code().parent().equals(Optional.of(place.code())))
                            .toList();
            if (!parts.isEmpty()) {
                assertThat(parts.stream().mapToDouble(it -> size(it.box())).sum())
                        .as("parts of " + place.name())
                        .isCloseTo(size(place.box()), within(1e-9));
                assertThat(parts)
                        .allSatisfy(it -> assertThat(inside(it.box(), place.box())).isTrue());
            }
        }
    }

    @Test
    void marksWhatItMadeUpAndNothingElse() {
        assertThat(cells)
                .allSatisfy(it -> {
                    var properties = (Map<?, ?>) it.feature().get("properties");
                    assertThat(properties)
                            .extracting("generated")
                            .isEqualTo(it.code().level().digits() > Level.COMMUNITY.digits());
                });
    }

    @Test
    void laysOutExactlyAsManyAsArePublished() {
        var ground =
                new Ground(
                        Optional.empty(),
                        0,
                        Optional.of(Count.total(77)),
                        Optional.of(Count.total(5)),
                        Optional.of(Count.total(201)),
                        new Size.Across(Optional.of(Count.each(2)), Optional.of(Count.total(9))),
                        Map.of());
        var below =
                Layout.below(cells.stream().filter(it -> it.at(Level.COMMUNITY)).toList(), ground);
        assertThat(below).filteredOn(it -> it.kind() == Kind.GRID).hasSize(77);
        assertThat(below).filteredOn(it -> it.kind() == Kind.EXCLUSIVE_GRID).hasSize(5);
        assertThat(below).filteredOn(it -> it.kind() == Kind.MICRO_GRID).hasSize(201);
        assertThat(below).filteredOn(it -> it.kind() == Kind.BUILDING).hasSize(2 * 77);
        assertThat(below).filteredOn(it -> it.kind() == Kind.SEGMENT).hasSize(9);
        assertThat(below).extracting(Cell::code).doesNotHaveDuplicates();
        assertThat(Cell.homes(below)).hasSize(201);
    }

    private List<Cell> laid() {
        var all = new ArrayList<>(Layout.divisions(county, new double[] {117, 35}, this::children));
        var communities = all.stream().filter(it -> it.at(Level.COMMUNITY)).toList();
        all.addAll(Layout.below(communities, Ground.USUAL));
        return List.copyOf(all);
    }

    private static double size(Box box) {
        return (box.east() - box.west()) * (box.north() - box.south());
    }

    private static boolean inside(Box one, Box other) {
        return one.west() >= other.west()
                && one.east() <= other.east()
                && one.south() >= other.south()
                && one.north() <= other.north();
    }

    private List<Node> children(TerritoryCode code) {
        return below.getOrDefault(code, List.of());
    }

    private static List<Node> nodes(String parent, String suffix, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(it ->
                        node(parent + String.valueOf(1000 + it).substring(1), "第" + it + suffix))
                .toList();
    }

    private static Node node(String code, String name) {
        return new Node(
                TerritoryCode.of(code),
                Kind.DIVISION,
                name,
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                false);
    }
}
