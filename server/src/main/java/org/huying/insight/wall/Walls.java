package org.huying.insight.wall;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.wall.WallText.Counted;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Playbooks;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.WhistlesUnderWay;
import org.springframework.stereotype.Component;

/// Counts what walls show; everybody who looks at the same place within a second sees the same figures.
@Component
class Walls {

    private static final Duration FRESH = Duration.ofMillis(900);
    private static final Duration PAST = Duration.ofMinutes(5);
    private static final int MOST = 2_000;
    private static final int MOST_WHISTLES = 12;

    /// @param small whether counts under five are told
    record Asked(TerritoryCode area, int days, boolean small) {}

    private record Past(TerritoryCode area, LocalDate from, LocalDate to) {}

    private final WallRows rows;
    private final WhistlesUnderWay whistles;
    private final Playbooks playbooks;
    private final WallText text;
    private final Clock clock;
    private final LoadingCache<Asked, Wall> recent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build(this::count);
    private final LoadingCache<Past, Ranking> past =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PAST).build(this::rank);

    Walls(
            WallRows rows,
            WhistlesUnderWay whistles,
            Playbooks playbooks,
            WallText text,
            Clock clock) {
        this.rows = rows;
        this.whistles = whistles;
        this.playbooks = playbooks;
        this.text = text;
        this.clock = clock;
    }

    Wall of(Asked asked) {
        return recent.get(asked);
    }

    private Wall count(Asked asked) {
        var area = asked.area();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        var from = today.minusDays(asked.days() - 1L);
        var day = today.atStartOfDay(WorkCalendar.ZONE).toInstant();
        var sums = rows.sums(area, from, today);
        var below = below(area, sums);
        var before = new Past(area, from.minusDays(asked.days()), from.minusDays(1));
        return text.of(
                asked,
                new Counted(
                        now,
                        from,
                        today,
                        whole(area, sums),
                        below,
                        rows.standing(area, now),
                        new long[][] {rows.hours(area, false, day), rows.hours(area, true, day)},
                        answers(area, now),
                        past.get(before)),
                whistles.within(area, day, MOST_WHISTLES));
    }

    private Ranking rank(Past before) {
        var sums = rows.sums(before.area(), before.from(), before.to());
        return Ranking.of(below(before.area(), sums), answers(before.area(), clock.instant()));
    }

    private Map<String, RatingAnswer> answers(TerritoryCode area, Instant now) {
        return playbooks.current(area.region(), now).matter().ratingAnswers();
    }

    private static Map<String, Sums> below(TerritoryCode area, Map<String, Sums> sums) {
        var below = new HashMap<>(sums);
        below.remove(area.value());
        return below;
    }

    /// Of a county its streets and what lies in none yet; below that the counters of the place itself hold everything.
    private static Sums whole(TerritoryCode area, Map<String, Sums> sums) {
        if (area.level() != Level.COUNTY) {
            return sums.getOrDefault(area.value(), new Sums());
        }
        var whole = new Sums();
        sums.values().forEach(whole::add);
        return whole;
    }
}
