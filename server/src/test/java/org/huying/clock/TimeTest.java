package org.huying.clock;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huying.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

    @Test
    void nobodyBringsTheirOwnTimeToAServerAtWork() {
        assertThatThrownBy(() -> new Time(new Time.Settings(true), "production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("正式的服务器只按自己的钟办事")
                .hasMessageContaining("goes by its own clock");
        assertThatCode(() -> new Time(new Time.Settings(false), "production"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "replay", "test", "bench"})
    void recordingsAreReplayedForShowing(String mode) {
        assertThatCode(() -> new Time(new Time.Settings(true), mode)).doesNotThrowAnyException();
    }
}
