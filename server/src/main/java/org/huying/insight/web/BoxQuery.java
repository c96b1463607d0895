package org.huying.insight.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.huying.insight.sql.Box;
import org.huying.problem.Problem;

/// A box in degrees, CGCS2000.
record BoxQuery(
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double west,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double south,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double east,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double north) {

    Box box() {
        if (west > east || south > north) {
            throw Problem.INVALID.with(
                    "west 不能大于 east，south 不能大于 north",
                    "west must not exceed east, nor south north");
        }
        return new Box(west, south, east, north);
    }
}
