package org.huying.power;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.calendar.Calendars;
import org.huying.calendar.Recountable.Outcome;
import org.huying.database.Ids;
import org.huying.eventlog.EventLog;
import org.huying.playbook.Playbook;
import org.huying.playbook.PowerRules.Power;
import org.huying.power.Exercise.Act;
import org.huying.power.Exercise.By;
import org.huying.power.Exercise.Word;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records uses of powers and what is said to them, with limits, audit and news.
@Service
class PowerDesk {

    private final Exercises exercises;
    private final Calendars calendars;
    private final EventLog events;
    private final Audit audit;
    private final Clock clock;

    PowerDesk(Exercises exercises, Calendars calendars, EventLog events, Audit audit, Clock clock) {
        this.exercises = exercises;
        this.calendars = calendars;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// A use in the making: what for, where, towards whom, and what it arose from.
    record Use(
            TerritoryCode area,
            String node,
            UUID department,
            String title,
            String text,
            Optional<UUID> matter,
            Optional<UUID> whistle) {}

    @Transactional
    public Exercise use(Playbook playbook, Power power, Use use, Caller by) {
        var region = use.area().region();
        var now = now();
        var exercise =
                new Exercise(
                        region,
                        Ids.next(),
                        new Exercise.Item(
                                playbook.key(),
                                playbook.version(),
                                power.key(),
                                power.powerClass(),
                                power.name().zh(),
                                power.basis()),
                        use.area(),
                        use.node(),
                        new By(by.account(), by.name()),
                        use.department(),
                        use.title(),
                        use.text(),
                        use.matter(),
                        use.whistle(),
                        limits(region, playbook, now),
                        List.of());
        exercises.add(exercise);
        audit.acted(
                by, region, "power.use", exercise.id().toString(), Optional.of(power.name().zh()));
        events.append(told(exercise, "use", false, now));
        return exercise;
    }

    /// Throws what the caller is to be told when it cannot be said now.
    @Transactional
    public Exercise say(Exercise exercise, Act act, boolean agreed, String text, Caller by) {
        var now = now();
        var next =
                exercise.state()
                        .next(act, agreed)
                        .orElseThrow(() ->
                                Problem.REFUSED
                                        .with("这次行权现在不在这一步", "The use does not stand at this step")
                                        .and("reason", "WRONG_STATE"));
        if (act == Act.OBJECT && exercise.limits().objectBy().filter(now::isAfter).isPresent()) {
            throw Problem.REFUSED
                    .with("提出异议的时限已过", "The time to object is over")
                    .and("reason", "TOO_LATE");
        }
        boolean decides = act == Act.RESPOND || act == Act.RULE;
        var word =
                new Word(
                        act,
                        decides ? Optional.of(agreed) : Optional.empty(),
                        now,
                        new By(by.account(), by.name()),
                        text,
                        Exercise.Moved.NOTHING);
        if (!exercises.say(exercise, word, next)) {
            throw Problem.OVERTAKEN.plain();
        }
        var key = act.name().toLowerCase(Locale.ROOT);
        audit.acted(
                by, exercise.region(), "power." + key, exercise.id().toString(), Optional.of(text));
        events.append(told(exercise, key, agreed, now));
        return exercises.find(exercise.region(), exercise.id()).orElseThrow();
    }

    /// Tells of those whose answer is late.
    @Transactional
    public void tellOfLate(Instant now, int most) {
        events.append(
                exercises.late(now, most).stream()
                        .map(it -> told(it, "late", false, now))
                        .toList());
    }

    /// Moves the limits that are still to be kept to where the days of now put them.
    @Transactional
    public Outcome recount(Exercise exercise, Playbook playbook) {
        var now = now();
        var used = exercise.limits().used();
        var moved = exercise.recounted(limits(exercise.region(), playbook, used), now);
        if (moved.equals(Exercise.Moved.NOTHING)) {
            return Outcome.SAME;
        }
        var by = new By(Caller.SYSTEM.account(), Caller.SYSTEM.name());
        var word = new Word(Act.RECOUNT, Optional.empty(), now, by, "", moved);
        if (!exercises.say(exercise, word, exercise.state())) {
            return Outcome.LOST;
        }
        events.append(told(exercise, "recount", false, now).saying(moved.word()));
        return Outcome.MOVED;
    }

    /// By the days that hold now.
    private Exercise.Limits limits(String region, Playbook playbook, Instant from) {
        var calendar = calendars.of(region, playbook.calendar());
        var rules = playbook.powers();
        return new Exercise.Limits(
                from,
                rules.objectWithin().map(it -> calendar.due(from, it)),
                rules.answerWithin().map(it -> calendar.due(from, it)));
    }

    private static PowerMoved told(Exercise exercise, String act, boolean agreed, Instant at) {
        return new PowerMoved(
                exercise.region(),
                exercise.id(),
                act,
                exercise.department(),
                exercise.node(),
                exercise.item().name() + "：" + exercise.title(),
                agreed,
                at,
                "");
    }
}
