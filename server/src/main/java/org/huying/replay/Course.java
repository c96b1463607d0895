package org.huying.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.client.Loop;
import org.huying.client.Reply.Refused;
import org.huying.client.Seen;
import org.huying.client.Sketch;

/// Takes one recorded request through the loop, as far as its record goes. Which step comes next is told by the state
/// of the matter alone, so a run that was cut off is continued by the next.
final class Course {

    private static final int MOST_STEPS = 24;
    private static final Set<String> PROVEN = Set.of("handle", "verify");
    private static final Duration LEAST_LATE = Duration.ofHours(1);
    private static final int SPREAD_HOURS = 40;
    private static final int HUNDRED = 100;
    private static final int EARLIEST_PERCENT = 10;
    private static final int SPREAD_PERCENT = 50;

    /// What became of a record.
    ///
    /// @param problem why it could not go on
    record Arrived(
            Recorded record, Optional<Seen> matter, boolean repeated, Optional<String> problem) {

        boolean late() {
            return matter.filter(it -> it.late().contains("HANDLE")).isPresent();
        }
    }

    private final Hands hands;
    private final ReplayMap map;
    private final Map<String, UUID> units;

    Course(Hands hands, ReplayMap map, Map<String, UUID> units) {
        this.hands = hands;
        this.map = map;
        this.units = units;
    }

    Arrived run(Recorded record) {
        try {
            var report =
                    hands.works().report(key(record), report(record), Optional.of(record.at()));
            return follow(record, report);
        } catch (Refused e) {
            return new Arrived(
                    record, Optional.empty(), false, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Arrived follow(Recorded record, Loop.Reported report) {
        var matter = report.matter();
        try {
            for (int i = 0; i < MOST_STEPS; i++) {
                var next = next(record, matter);
                if (next.isEmpty()) {
                    return new Arrived(
                            record,
                            Optional.of(matter),
                            report.repeated(),
                            misplaced(record, matter));
                }
                matter = take(record, matter, next.get());
            }
            return stuck(record, report, matter, "绕圈 runs in a circle at " + matter.state());
        } catch (Refused e) {
            return stuck(record, report, matter, String.valueOf(e.getMessage()));
        }
    }

    private static Arrived stuck(Recorded record, Loop.Reported report, Seen matter, String why) {
        return new Arrived(record, Optional.of(matter), report.repeated(), Optional.of(why));
    }

    private static Optional<String> misplaced(Recorded record, Seen matter) {
        return matter.area().equals(record.area())
                ? Optional.empty()
                : Optional.of("地方不对 wrong place: " + matter.area() + " ≠ " + record.area());
    }

    private record Next(String act, Instant at, Map<String, Object> body) {
        static Next of(String act, Instant at) {
            return new Next(act, at, Map.of());
        }
    }

    private Optional<Next> next(Recorded record, Seen matter) {
        var pace = map.pace();
        var since = matter.changedAt();
        return switch (matter.state()) {
            case "REPORTED" -> Optional.of(Next.of("accept", since.plus(pace.accept())));
            case "ACCEPTED", "RETURNED" -> Optional.of(dispatch(record, since));
            case "DISPATCHED" ->
                    Optional.of(
                            inRightHands(record, matter)
                                    ? Next.of("acknowledge", since.plus(pace.acknowledge()))
                                    : dispatch(record, since));
            case "REWORK" -> Optional.of(Next.of("acknowledge", since.plus(pace.acknowledge())));
            case "IN_PROGRESS" ->
                    record.fate() == Fate.OPEN
                            ? Optional.empty()
                            : Optional.of(handle(record, matter));
            case "HANDLED" ->
                    Optional.of(
                            new Next("verify", since.plus(pace.verify()), Map.of("passed", true)));
            case "VERIFYING" -> Optional.of(rate(record, since));
            case "RATED" -> Optional.of(Next.of("close", since.plus(pace.close())));
            default -> Optional.empty();
        };
    }

    private boolean inRightHands(Recorded record, Seen matter) {
        return matter.unit().equals(Optional.ofNullable(units.get(record.unit().key())));
    }

    private Next dispatch(Recorded record, Instant since) {
        var unit = units.get(record.unit().key());
        if (unit == null) {
            throw new IllegalStateException("No unit " + record.unit().key());
        }
        return new Next(
                "dispatch",
                since.plus(map.pace().dispatch()),
                Map.of("unit", unit, "why", "按原记录派遣"));
    }

    private Next handle(Recorded record, Seen matter) {
        var since = matter.changedAt();
        var due = matter.due().orElse(since.plus(Duration.ofDays(1)));
        int chance = Math.floorMod(record.id().hashCode() * 31, HUNDRED);
        var limit = Duration.between(since, due);
        var at =
                record.fate() == Fate.LATE
                        ? due.plus(LEAST_LATE).plusSeconds(3600L * chance * SPREAD_HOURS / HUNDRED)
                        : since.plus(
                                limit.multipliedBy(
                                                EARLIEST_PERCENT
                                                        + (long) chance * SPREAD_PERCENT / HUNDRED)
                                        .dividedBy(HUNDRED));
        return new Next(
                "handle", at, Map.of("outcome", record.outcome().orElse("按原记录办结（原记录没有处置说明）")));
    }

    private Next rate(Recorded record, Instant since) {
        var answer = map.answers().getOrDefault(record.fate(), "satisfied");
        return new Next(
                "rate",
                since.plus(map.pace().rate()),
                Map.of("answer", answer, "comment", "重放时代填，原记录没有评价"));
    }

    private Seen take(Recorded record, Seen matter, Next next) {
        var body = new LinkedHashMap<String, Object>(next.body());
        if (PROVEN.contains(next.act())) {
            var proof = hands.of(next.act()).evidence(matter, next.act(), _ -> Sketch.blank());
            if (!proof.isEmpty()) {
                body.put("evidence", proof);
            }
        }
        var key = key(record) + ":" + next.act() + ":" + matter.version();
        return hands.of(next.act()).step(matter, next.act(), key, body, Optional.of(next.at()));
    }

    private String key(Recorded record) {
        return map.source() + ":" + record.id();
    }

    private Map<String, Object> report(Recorded record) {
        var body = new LinkedHashMap<String, Object>();
        body.put("channel", record.channel());
        body.put("demand", record.demand());
        body.put("title", record.title());
        body.put("text", record.text());
        body.put("area", record.area());
        body.put("source", key(record));
        body.put("place", record.place());
        body.put("item", record.item());
        return body;
    }
}
