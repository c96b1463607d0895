package org.huying.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.client.Loop;
import org.huying.client.Reply.Refused;
import org.huying.client.Seen;
import org.huying.demo.founding.Dice;

/// Works one matter to its end, each step by whoever would take it, with the pauses that people need.
final class Life {

    private static final int MOST_STEPS = 40;
    private static final double RETURNED = 0.06;
    private static final double FAILED_CHECK = 0.05;
    private static final double UNSOLVED = 0.07;
    private static final double FAIRLY = 0.14;
    private static final double STILL_UNHAPPY = 0.03;

    /// Who rates: the resident who reported, or the desk that calls back.
    interface Rater {
        Optional<Seen> rate(Seen matter, String answer);
    }

    private final Cast cast;
    private final People people;
    private final Pause pause;
    private final Map<String, List<String>> outcomes;

    Life(Cast cast, People people, Pause pause, Map<String, List<String>> outcomes) {
        this.cast = cast;
        this.people = people;
        this.pause = pause;
        this.outcomes = outcomes;
    }

    /// Returns when the matter is closed, or waits for somebody outside the simulation.
    Seen work(Seen matter, Rater rater) {
        var dice = Dice.of(matter.id().toString());
        var now = matter;
        for (int i = 0; i < MOST_STEPS && now.open(); i++) {
            var next = step(now, dice, rater);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    private Optional<Seen> step(Seen matter, Dice dice, Rater rater) {
        return switch (matter.state()) {
            case "REPORTED" -> Optional.of(accept(matter));
            case "ACCEPTED", "RETURNED" -> Optional.of(dispatch(matter));
            case "DISPATCHED" ->
                    Optional.of(
                            matter.version() < 6 && dice.chance(RETURNED)
                                    ? giveBack(matter)
                                    : by(
                                            people.handler(matter),
                                            matter,
                                            "acknowledge",
                                            Map.of(),
                                            3,
                                            9));
            case "REWORK" ->
                    Optional.of(by(people.handler(matter), matter, "acknowledge", Map.of(), 3, 8));
            case "IN_PROGRESS" -> Optional.of(handle(matter, dice));
            case "HANDLED" -> people.verifier(matter).map(it -> verify(it, matter, dice));
            case "VERIFYING" -> {
                pause.between(4, 14);
                yield rater.rate(matter, answer(dice, matter.version()));
            }
            case "RATED" -> Optional.of(by(people.desk(matter), matter, "close", Map.of(), 2, 6));
            default -> Optional.empty();
        };
    }

    private Seen accept(Seen matter) {
        var desk = people.desk(matter);
        if (matter.item().isPresent()) {
            return by(desk, matter, "accept", Map.of(), 2, 7);
        }
        var item = people.otherItem();
        var classified = by(desk, matter, "classify", Map.of("item", item), 2, 6);
        return by(desk, classified, "accept", Map.of(), 1, 3);
    }

    private Seen dispatch(Seen matter) {
        var desk = people.desk(matter);
        var seen = cast.as(desk, loop -> loop.show(matter.id()));
        boolean again = seen.state().equals("RETURNED") || seen.suggestion().isEmpty();
        var unit = again ? people.office(seen) : seen.suggestion();
        var body = new HashMap<String, Object>();
        unit.ifPresent(it -> body.put("unit", it));
        if (again) {
            body.put("why", "退回后改派属地办理");
        }
        return by(desk, seen, "dispatch", body, 2, 6);
    }

    private Seen giveBack(Seen matter) {
        return by(
                people.handler(matter),
                matter,
                "return",
                Map.of("reason", "到现场看了，这一段不归我们管，请改派"),
                3,
                8);
    }

    private Seen handle(Seen matter, Dice dice) {
        var who = people.handler(matter);
        pause.between(8, 26);
        var body = new LinkedHashMap<String, Object>();
        body.put("outcome", dice.one(people.outcomes(matter, outcomes)));
        body.putAll(proof(who, matter, "handle"));
        return by(who, matter, "handle", body, 0, 1);
    }

    /// The pictures that the step asks for, where it asks for any.
    private Map<String, Object> proof(UUID who, Seen matter, String act) {
        var name = matter.number();
        var proof = cast.as(who, loop -> loop.evidence(matter, act, kind -> Scene.of(kind, name)));
        return proof.isEmpty() ? Map.of() : Map.of("evidence", proof);
    }

    private Seen verify(UUID who, Seen matter, Dice dice) {
        boolean passed = !dice.chance(FAILED_CHECK) || matter.version() > 8;
        var body = new HashMap<String, Object>(Map.of("passed", passed));
        if (passed) {
            body.putAll(proof(who, matter, "verify"));
        } else {
            body.put("note", "现场还差一点，请再去一趟");
        }
        return by(who, matter, "verify", body, 3, 9);
    }

    private static String answer(Dice dice, int version) {
        double luck = dice.fraction();
        if (luck < UNSOLVED && version < 9) {
            return "dissatisfied";
        }
        if (luck < UNSOLVED + FAIRLY) {
            return "basically-satisfied";
        }
        return luck > 1 - STILL_UNHAPPY ? "solved-dissatisfied" : "satisfied";
    }

    private Seen by(
            UUID who, Seen matter, String act, Map<String, Object> body, int least, int most) {
        pause.between(least, most);
        var key = "demo:" + matter.id() + ":" + act + ":" + matter.version();
        return cast.as(who, loop -> step(loop, matter, act, key, body));
    }

    /// Somebody from outside may have been faster; then what stands now counts.
    private static Seen step(
            Loop loop, Seen matter, String act, String key, Map<String, Object> body) {
        try {
            return loop.step(matter, act, key, body, Optional.empty());
        } catch (Refused e) {
            if (e.reply().code().equals("stale")) {
                return loop.show(matter.id());
            }
            throw e;
        }
    }
}
