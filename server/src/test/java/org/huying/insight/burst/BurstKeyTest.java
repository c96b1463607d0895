package org.huying.insight.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.huying.playbook.BurstRules;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class BurstKeyTest {

    private static final BurstRules DAILY = new BurstRules(5, "community", Duration.ofDays(1));
    private static final TerritoryCode GRID = TerritoryCode.of("370481001001001");

    @Test
    void aDayIsADayOfTheCalendarThere() {
        var late = key("2026-01-05T15:59:59Z");
        var next = key("2026-01-05T16:00:00Z");
        assertThat(late.start()).isEqualTo("2026-01-04T16:00:00Z");
        assertThat(late.end()).isEqualTo("2026-01-05T16:00:00Z");
        assertThat(next.start()).isEqualTo(late.end());
        assertThat(key("2026-01-05T01:00:00Z").id()).isEqualTo(late.id());
        assertThat(next.id()).isNotEqualTo(late.id());
    }

    @Test
    void gridsOfOneCommunityCountTogetherAndUnknownPlacesNotAtAll() {
        assertThat(key("2026-01-05T01:00:00Z").area().value()).isEqualTo("370481001001");
        var street = TerritoryCode.of("370481001");
        assertThat(BurstKey.of("lamp", street, Instant.EPOCH, DAILY)).isEmpty();
        assertThat(BurstKey.of("", GRID, Instant.EPOCH, DAILY)).isEmpty();
    }

    private static BurstKey key(String at) {
        return BurstKey.of("lamp", GRID, Instant.parse(at), DAILY).orElseThrow();
    }
}
