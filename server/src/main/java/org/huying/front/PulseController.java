package org.huying.front;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huying.access.Permit;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.Pulses;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The pulse of a county for everybody: sums, and what came in lately without anybody's words.
@RestController
class PulseController {

    private static final int DAYS = 14;
    private static final int LINES = 10;
    private static final Duration FRESH = Duration.ofMillis(900);

    /// @param received calls of today; `answered` those of them that somebody has taken up or declined with reasons
    /// @param inHand open now, whenever they came; `overdue` of these, past the time of their present stage
    /// @param satisfaction weighted mean of the ratings of the last days, 0 to 1; absent without any
    record Pulse(
            OffsetDateTime at,
            long received,
            long answered,
            long inHand,
            long overdue,
            long closed,
            long rated,
            @Nullable Double satisfaction,
            List<Day> days,
            List<Line> latest) {}

    record Day(LocalDate day, long called, long closed) {}

    record Line(
            String itemZh,
            String itemEn,
            String place,
            String state,
            OffsetDateTime at,
            boolean late) {}

    private final Pulses pulses;
    private final Playbooks playbooks;
    private final Territory territory;
    private final Clock clock;
    private final LoadingCache<String, Pulse> recent =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build(this::read);

    PulseController(Pulses pulses, Playbooks playbooks, Territory territory, Clock clock) {
        this.pulses = pulses;
        this.playbooks = playbooks;
        this.territory = territory;
        this.clock = clock;
    }

    /// At most a second old.
    @GetMapping("/api/v1/{region}/pulse")
    @Permit(Permit.OPEN)
    Pulse pulse(@PathVariable @Pattern(regexp = "\\d{6}") String region) {
        return recent.get(region);
    }

    private Pulse read(String region) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        var sums = pulses.sums(region, today.minusDays(DAYS - 1), today);
        var answers = answers(region, now);
        var day = sums.days().getOrDefault(today, Map.of());
        return new Pulse(
                now.atZone(WorkCalendar.ZONE).toOffsetDateTime(),
                day.getOrDefault("reported", 0L),
                day.getOrDefault("accepted", 0L) + day.getOrDefault("rejected", 0L),
                sums.open(),
                sums.overdue(),
                day.getOrDefault("closed", 0L),
                rated(sums.days()),
                satisfaction(sums.days(), answers),
                today.minusDays(DAYS - 1)
                        .datesUntil(today.plusDays(1))
                        .map(it -> day(it, sums.days().getOrDefault(it, Map.of())))
                        .toList(),
                lines(region));
    }

    /// Those of the county first, then what towns with a playbook of their own answer.
    private Map<String, RatingAnswer> answers(String region, Instant now) {
        var answers = new LinkedHashMap<String, RatingAnswer>();
        playbooks
                .within(region, now)
                .forEach(it -> it.matter().ratingAnswers().forEach(answers::putIfAbsent));
        return answers;
    }

    private static Day day(LocalDate day, Map<String, Long> counts) {
        return new Day(day, counts.getOrDefault("reported", 0L), counts.getOrDefault("closed", 0L));
    }

    private static long rated(Map<LocalDate, Map<String, Long>> days) {
        return days.values().stream().mapToLong(it -> it.getOrDefault("rated", 0L)).sum();
    }

    private static @Nullable Double satisfaction(
            Map<LocalDate, Map<String, Long>> days, Map<String, RatingAnswer> answers) {
        double weighed = 0;
        long all = 0;
        for (var counts : days.values()) {
            for (var answer : answers.entrySet()) {
                long number = counts.getOrDefault("rated." + answer.getKey(), 0L);
                all += number;
                weighed += number * answer.getValue().weight();
            }
        }
        return all == 0 ? null : weighed / all;
    }

    private List<Line> lines(String region) {
        var now = clock.instant();
        return pulses.latest(region, LINES).stream()
                .map(it -> {
                    var street = TerritoryCode.of(it.street());
                    var item = item(playbooks.current(street, now), it.item());
                    var path = territory.path(street, now);
                    return new Line(
                            item.zh(),
                            item.en(),
                            path.isEmpty() ? it.street() : pathName(path),
                            it.state(),
                            it.reportedAt().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
                            it.late());
                })
                .toList();
    }

    private static String pathName(List<Node> path) {
        return path.getLast().name();
    }

    private static Text item(Playbook playbook, String key) {
        return playbook.item(key)
                .map(it -> it.name())
                .orElseGet(() -> new Text("待归类", "Not classified yet"));
    }
}
