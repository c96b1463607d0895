package org.huying.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Postgres;
import org.huying.problem.ProblemException;
import org.huying.territory.edit.ModeEdits;
import org.huying.territory.edit.ModeEdits.Wish;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = "huying.access.second-factor=false")
@Import(Postgres.class)
class ModesTest {
    private static final UUID DESK = new UUID(4, 4);
    private static final TerritoryCode COUNTY = TerritoryCode.of("433122");

    @Autowired Territory territory;
    @Autowired Modes modes;
    @Autowired ModeEdits edits;
    @Autowired DivisionImport divisions;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void aModeHoldsForEverythingBelowAndTheSmallestAreaWins() {
        divisions.county(COUNTY.value());
        var street = territory.children(COUNTY, now()).getFirst().code();
        var below = TerritoryCode.of(street.value() + "001");
        assertThat(modes.at(below, now())).isEmpty();

        var surge = edits.on(wish(COUNTY, "surge", Optional.empty()), DESK, "汛期");
        var drill = edits.on(wish(street, "drill", Optional.empty()), DESK, "演练");
        assertThat(modes.at(below, now())).contains("drill");
        assertThat(modes.at(COUNTY, now())).contains("surge");
        assertThat(modes.at(below, surge.spell().from().minusSeconds(1))).isEmpty();
        assertThat(modes.at(TerritoryCode.of("4331"), now())).isEmpty();
        assertThatThrownBy(() -> edits.on(wish(COUNTY, "other", Optional.empty()), DESK, "重复"))
                .isInstanceOf(ProblemException.class);

        edits.off("433122", drill.id(), drill.version(), DESK, "结束");
        assertThat(modes.at(below, now())).contains("surge");
        assertThatThrownBy(() -> edits.off("433122", drill.id(), 1, DESK, "再次"))
                .isInstanceOf(ProblemException.class);
        edits.off("433122", surge.id(), surge.version(), DESK, "退汛");
        assertThat(modes.at(below, now())).isEmpty();
        assertThat(modes.at(below, surge.spell().from())).contains("surge");
        assertThat(facts()).isEqualTo(4);
    }

    @Test
    void aModeMayBeginLaterAndEndByItself() {
        divisions.county("511523");
        var area = TerritoryCode.of("511523");
        var from = now().plus(Duration.ofHours(1));
        var wish = new Wish(area, "surge", Optional.of(from), Optional.of(from.plusSeconds(3600)));
        edits.on(wish, DESK, "预报");
        assertThat(modes.at(area, now())).isEmpty();
        assertThat(modes.at(area, from)).contains("surge");
        assertThat(modes.at(area, from.plusSeconds(3600))).isEmpty();
        assertThatThrownBy(() -> edits.on(wish, DESK, "重叠")).isInstanceOf(ProblemException.class);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Wish wish(TerritoryCode area, String mode, Optional<Instant> until) {
        return new Wish(area, mode, Optional.empty(), until);
    }

    private long facts() {
        return jdbc.sql(
                        "SELECT count(*) FROM eventlog.event WHERE region = '433122' AND kind = 'territory.mode-switched'")
                .query(Long.class)
                .single();
    }
}
