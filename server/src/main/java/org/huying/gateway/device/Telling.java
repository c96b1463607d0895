package org.huying.gateway.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.gateway.device.Device.Filed;
import org.huying.gateway.device.Plan.Alarm;
import org.huying.gateway.device.Watch.Turn;
import org.springframework.stereotype.Component;

/// Tells what a step of a device's machine comes to: one matter as long as it is open, whatever repeats joins it, and what
/// may not be told now waits. Runs inside the transaction of whoever took the step.
@Component
class Telling {

    static final Duration AGAIN = Duration.ofMinutes(1);

    private final Filing filing;
    private final Alarms alarms;

    Telling(Filing filing, Alarms alarms) {
        this.filing = filing;
        this.alarms = alarms;
    }

    /// A step that was taken.
    ///
    /// @param device as it stood before
    /// @param values the readings that the step was taken by
    /// @param key the same for the same step, whenever it is taken
    /// @param may matters are touched; else what would open one is held back, and nothing is added to any
    record Taking(
            Connection connection,
            Device device,
            Alarm alarm,
            Watch.Step step,
            Map<String, Object> values,
            Instant at,
            Instant now,
            String key,
            boolean may) {

        private Taking anew() {
            return new Taking(
                    connection, device, alarm, step.after().anew(at), values, at, now, key, may);
        }

        /// The alarm stood, and was said once more without being told of.
        private boolean again() {
            var before = device.stand().watch();
            return step.turn() == Turn.NONE
                    && before.alarmed()
                    && step.after().repeats() > before.repeats();
        }
    }

    /// What came of it.
    ///
    /// @param due when the phase ends by itself or it is tried again
    record Told(Watch watch, Optional<Instant> due, Optional<Filed> matter, Turn turn) {}

    Told tell(Taking it) {
        var taking = closed(it) ? it.anew() : it;
        return taking.may() ? filed(taking) : unfiled(taking);
    }

    /// The matter was closed although the alarm stands: it is told of anew as soon as it would repeat, and an urgent one as
    /// soon as it is said once more.
    private boolean closed(Taking it) {
        boolean says = it.step().turn() == Turn.REPEATED || (it.alarm().urgent() && it.again());
        return says && open(it).isEmpty();
    }

    private Optional<Filed> open(Taking it) {
        return it.device().stand().matter().filter(m -> filing.open(it.device().region(), m));
    }

    private Told filed(Taking it) {
        return switch (it.step().turn()) {
            case NONE -> told(it, it.step().after(), it.device().stand().matter());
            case RAISED -> raised(it);
            case REPEATED -> repeated(it);
            case CLEARED -> cleared(it);
        };
    }

    private static Told later(Taking it) {
        return heldBack(it, it.now().plus(AGAIN));
    }

    /// Matters take nothing at present: what would open one waits, and what would be added to one is only noted.
    private Told unfiled(Taking it) {
        return switch (it.step().turn()) {
            case NONE -> filed(it);
            case RAISED -> later(it);
            case REPEATED -> unsaid(it);
            case CLEARED -> noted(it, it.device().stand().matter(), false);
        };
    }

    private Told raised(Taking it) {
        if (it.device().muted(it.now())) {
            return heldBack(it, it.device().muted().orElse(it.now()));
        }
        var joins = open(it);
        if (joins.isPresent()) {
            return joined(it, joins.get(), "再次报警：");
        }
        return opened(it).orElseGet(() -> later(it));
    }

    private Told repeated(Taking it) {
        var matter = it.device().stand().matter();
        if (it.device().muted(it.now()) || matter.isEmpty()) {
            return unsaid(it);
        }
        return joined(it, matter.get(), "仍在报警，第 %d 次：".formatted(it.step().after().repeats()));
    }

    private Told cleared(Taking it) {
        open(it).ifPresent(m ->
                filing.add(it.connection(), it.device(), m, words(it, "报警已解除："), it.key()));
        return noted(it, it.device().stand().matter(), false);
    }

    private Told joined(Taking it, Filed matter, String before) {
        filing.add(it.connection(), it.device(), matter, words(it, before), it.key());
        return noted(it, Optional.of(matter), false);
    }

    /// Empty where no matter may be opened now. What is urgent may always be: a device has one that is open, not more.
    private Optional<Told> opened(Taking it) {
        if (!it.alarm().urgent()
                && alarms.full(it.device(), false, it.connection().plan().perHour(), it.now())) {
            return Optional.empty();
        }
        var filed = filing.open(it.connection(), said(it), it.alarm().urgent(), it.key());
        return Optional.of(noted(it, Optional.of(filed), true));
    }

    private Told noted(Taking it, Optional<Filed> matter, boolean opened) {
        var turn = it.step().turn().name().toLowerCase(Locale.ROOT);
        alarms.add(
                it.device(), new Alarms.Told(turn, it.at(), it.values(), matter, opened), it.now());
        return told(it, it.step().after(), matter);
    }

    private static Told told(Taking it, Watch watch, Optional<Filed> matter) {
        return new Told(watch, due(it, watch), matter, it.step().turn());
    }

    /// What nothing was said of, or is held back, goes on waiting for its time.
    private static Optional<Instant> due(Taking it, Watch watch) {
        var before = it.device().stand();
        var due = watch.due(it.alarm().timing()).map(it.now()::plus);
        return watch.held() || watch.equals(before.watch())
                ? due.map(again -> before.due().orElse(again))
                : due;
    }

    private static Told heldBack(Taking it, Instant until) {
        return new Told(
                it.step().after().heldBack(it.device().stand().watch()),
                Optional.of(until),
                it.device().stand().matter(),
                Turn.NONE);
    }

    /// As if it had not been due to be told of: the next reading tries again.
    private static Told unsaid(Taking it) {
        var after = it.step().after();
        var watch =
                new Watch(
                        after.phase(),
                        after.since(),
                        after.heard(),
                        it.device().stand().watch().said(),
                        after.repeats());
        return new Told(watch, Optional.empty(), it.device().stand().matter(), Turn.NONE);
    }

    private static Filing.Said said(Taking it) {
        return new Filing.Said(it.device(), it.alarm().words(), it.values(), it.at());
    }

    private static String words(Taking it, String before) {
        return before + said(it).text();
    }
}
