package org.huying.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhereTest {

    @Test
    void matchesEverythingWhenEmpty() {
        assertThat(Where.all().sql()).isEqualTo("TRUE");
        assertThat(Where.all().params()).isEmpty();
    }

    @Test
    void joinsConditionsAndKeepsParametersApart() {
        var where =
                Where.all()
                        .and("state = :state OR TRUE", "state", "open")
                        .andIf(Optional.empty(), "unit = :unit", "unit")
                        .andIf(Optional.of(3), "level = :level", "level")
                        .andIf(false, "hidden");
        assertThat(where.sql()).isEqualTo("TRUE AND (state = :state OR TRUE) AND (level = :level)");
        assertThat(where.params()).isEqualTo(Map.of("state", "open", "level", 3));
    }

    @Test
    void refusesTwoValuesUnderOneName() {
        var where = Where.all().and("a = :x", "x", 1);
        assertThatThrownBy(() -> where.and("b = :x", "x", 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
