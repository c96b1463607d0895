package org.huying.territory.edit;

import java.util.Optional;
import org.huying.territory.Kind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The sizes that grids should have; places outside are warned about, never refused.
@ConfigurationProperties("huying.territory.limits")
public record SizeLimits(@DefaultValue Grid grid, @DefaultValue MicroGrid microGrid) {

    /// Households of a base grid, and its area in square kilometres.
    public record Grid(
            @DefaultValue("300") int fewest,
            @DefaultValue("500") int most,
            @DefaultValue("5") double squareKilometres) {}

    public record MicroGrid(
            @DefaultValue("30") int fewest,
            @DefaultValue("100") int most,
            @DefaultValue("1") double squareKilometres) {}

    /// What holds without configuration.
    public static SizeLimits usual() {
        return new SizeLimits(new Grid(300, 500, 5), new MicroGrid(30, 100, 1));
    }

    record Range(int fewest, int most, double squareKilometres) {}

    Optional<Range> of(Kind kind) {
        return switch (kind) {
            case GRID -> Optional.of(new Range(grid.fewest, grid.most, grid.squareKilometres));
            case MICRO_GRID ->
                    Optional.of(
                            new Range(
                                    microGrid.fewest, microGrid.most, microGrid.squareKilometres));
            case DIVISION, EXCLUSIVE_GRID, ESTATE, BUILDING, SEGMENT -> Optional.empty();
        };
    }
}
