package org.huying.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.client.Reply.Refused;
import org.huying.client.Seen;
import org.huying.demo.founding.Cell;
import org.huying.demo.founding.Dice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happened in the town in the days before the demo was opened: most of it done, some of it late, some of it still
/// owed. Told over HTTP with a recorded clock.
final class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final int MATTERS = 160;
    private static final int DAYS = 13;
    private static final int AT_ONCE = 6;
    private static final int MOST_STEPS = 20;
    private static final double LATE = 0.1;
    private static final double FORGOTTEN = 0.04;

    private final Loop loop;
    private final Loop hands;
    private final People people;
    private final List<Story> stories;
    private final List<Cell> homes;
    private final Map<String, List<String>> outcomes = Story.outcomes();
    private final Instant now;

    /// @param loop takes the steps; `hands` does the work, because nobody checks what he did himself
    Backlog(
            Loop loop,
            Loop hands,
            People people,
            List<Story> stories,
            List<Cell> cells,
            Instant now) {
        this.loop = loop;
        this.hands = hands;
        this.people = people;
        this.stories = stories;
        this.homes = Cell.homes(cells);
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void tell() {
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MATTERS; i++) {
                var key = "backlog:" + loop.region() + ":" + i;
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        one(key);
                    } catch (Refused e) {
                        LOG.warn("The past of the demo was refused: {}", e.getMessage());
                    } catch (Api.Stopped | Api.Unreachable e) {
                        LOG.debug("The demo stops", e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
    }

    private void one(String key) {
        var dice = Dice.of(key);
        var at =
                now.minus(Duration.ofMinutes(dice.between(20, DAYS * 24 * 60)))
                        .atZone(java.time.ZoneOffset.ofHours(8))
                        .withHour(dice.between(7, 21))
                        .toInstant();
        if (at.isAfter(now.minusSeconds(1_200))) {
            at = at.minus(Duration.ofDays(1));
        }
        var matter = loop.report(key, body(dice), Optional.of(at)).matter();
        boolean late = dice.chance(LATE);
        boolean forgotten = dice.chance(FORGOTTEN);
        for (int i = 0; i < MOST_STEPS && matter.open(); i++) {
            var step = step(matter, dice, late);
            boolean waits = forgotten && matter.state().equals("IN_PROGRESS");
            if (step.isEmpty() || waits || step.get().at().isAfter(now)) {
                return;
            }
            var who = step.get().act().equals("handle") ? hands : loop;
            matter =
                    who.step(
                            matter,
                            step.get().act(),
                            key + ":" + step.get().act() + ":" + matter.version(),
                            step.get().body(),
                            Optional.of(step.get().at()));
        }
    }

    private record Step(String act, Instant at, Map<String, Object> body) {}

    private Optional<Step> step(Seen matter, Dice dice, boolean late) {
        var since = matter.changedAt();
        return switch (matter.state()) {
            case "REPORTED" ->
                    matter.item().isPresent()
                            ? after(since, dice.between(3, 25), "accept", Map.of())
                            : after(since, 5, "classify", Map.of("item", people.otherItem()));
            case "ACCEPTED", "RETURNED" -> dispatch(matter, since);
            case "DISPATCHED", "REWORK" ->
                    after(since, dice.between(4, 25), "acknowledge", Map.of());
            case "IN_PROGRESS" -> Optional.of(handle(matter, dice, late));
            case "HANDLED" -> Optional.of(verify(matter, dice));
            case "VERIFYING" ->
                    after(since, dice.between(20, 300), "rate", Map.of("answer", answer(dice)));
            case "RATED" -> after(since, 10, "close", Map.of());
            default -> Optional.empty();
        };
    }

    private static Optional<Step> after(
            Instant since, int minutes, String act, Map<String, Object> body) {
        return Optional.of(new Step(act, since.plus(Duration.ofMinutes(minutes)), body));
    }

    private Optional<Step> dispatch(Seen matter, Instant since) {
        var unit = matter.suggestion().or(() -> people.office(matter));
        return unit.flatMap(it -> after(since, 6, "dispatch", Map.of("unit", it)));
    }

    private Step handle(Seen matter, Dice dice, boolean late) {
        var since = matter.changedAt();
        var due = matter.due().orElse(since.plus(Duration.ofDays(1)));
        var limit = Duration.between(since, due);
        var at =
                late
                        ? due.plus(Duration.ofMinutes(dice.between(90, 1_200)))
                        : since.plus(limit.multipliedBy(dice.between(15, 60)).dividedBy(100));
        var body = new LinkedHashMap<String, Object>();
        body.put("outcome", dice.one(people.outcomes(matter, outcomes)));
        if (at.isAfter(now)) {
            return new Step("handle", at, body);
        }
        body.putAll(proof(hands, matter, "handle"));
        return new Step("handle", at, body);
    }

    private Step verify(Seen matter, Dice dice) {
        var at = matter.changedAt().plus(Duration.ofMinutes(dice.between(10, 90)));
        var body = new LinkedHashMap<String, Object>(Map.of("passed", true));
        if (!at.isAfter(now)) {
            body.putAll(proof(loop, matter, "verify"));
        }
        return new Step("verify", at, body);
    }

    /// The pictures that the step asks for, where it asks for any.
    private static Map<String, Object> proof(Loop by, Seen matter, String act) {
        var proof = by.evidence(matter, act, kind -> Scene.of(kind, matter.number()));
        return proof.isEmpty() ? Map.of() : Map.of("evidence", proof);
    }

    private static String answer(Dice dice) {
        double luck = dice.fraction();
        if (luck < 0.8) {
            return "satisfied";
        }
        return luck < 0.95 ? "basically-satisfied" : "solved-dissatisfied";
    }

    private Map<String, Object> body(Dice dice) {
        var channel = dice.one(List.of("snap", "web", "phone", "patrol"));
        return new Letters(people).write(channel, dice.one(stories), dice.one(homes), dice);
    }
}
