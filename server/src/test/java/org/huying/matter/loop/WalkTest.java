package org.huying.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huying.matter.StateName;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Many thousand steps through the machine, each standing asked about every command there is: nothing happens that the
/// table does not say, and everything that it says does happen.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest {

    private static final int WALKS = 600;
    private static final int LENGTH = 80;
    private static final UUID OTHER = new UUID(8, 8);
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    private final Random dice = new Random(20_260_301);
    private final Set<String> moved = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<Standing> seen = new HashSet<>();

    @BeforeAll
    void walks() {
        for (int walk = 0; walk < WALKS; walk++) {
            walk();
        }
        crowd();
    }

    /// So many helpers and opinions as no wandering comes to.
    private void crowd() {
        var unit = Samples.UNITS.getFirst();
        var at =
                after(
                        new Standing(new MatterState.Reported(), Aside.NOTHING),
                        new Command.Accept(),
                        new Command.Dispatch(unit, Optional.empty(), Optional.empty(), ""),
                        new Command.Consult(List.of(unit), "what now"));
        for (int i = 0; i < Together.MOST; i++) {
            var helper = new UUID(6, i);
            at =
                    after(
                            at,
                            new Command.Engage(helper, Optional.empty(), "help"),
                            new Command.Release(helper, ""),
                            new Command.Opine(1, "like this"));
        }
        for (var command :
                List.of(
                        new Command.Engage(new UUID(6, 99), Optional.empty(), "help"),
                        new Command.Opine(1, "and this"))) {
            judged(at, command, Samples.STANDARDS.getFirst(), about(START, START));
        }
        inVain(unit);
        twice();
    }

    /// Rated once more after the one it was merged into is done.
    private void twice() {
        var merged =
                new Standing(
                        new MatterState.Merged(OTHER, Optional.of("satisfied")), Aside.NOTHING);
        judged(
                merged,
                new Command.Rate("satisfied", Optional.empty(), "link", ""),
                Samples.STANDARDS.getFirst(),
                about(START, START));
    }

    /// A revisit that meets nobody, and another one at once.
    private void inVain(UUID unit) {
        var by = new Assignment(unit, Optional.empty(), 1);
        var owed =
                new Standing(
                        new MatterState.Closed(by, "done", Optional.empty()),
                        Aside.NOTHING.with(Asked.NOT_YET.owes(true)));
        var visit = new Command.Revisit(false, false, "nobody there");
        for (var standard : Samples.STANDARDS) {
            if (judged(owed, visit, standard, about(START, START)) instanceof Moved step) {
                var again = new Standing(step.next(), step.aside());
                judged(again, visit, standard, about(START, START));
            }
        }
    }

    private Standing after(Standing start, Command... commands) {
        var at = start;
        for (var command : commands) {
            var step = judged(at, command, Samples.STANDARDS.getFirst(), about(START, START));
            assertThat(step).isInstanceOf(Moved.class);
            at = new Standing(((Moved) step).next(), ((Moved) step).aside());
        }
        return at;
    }

    @Test
    void theMachineDoesWhatTheTableSaysAndNothingElse() {
        var promised = new TreeSet<String>();
        var warned = new TreeSet<String>();
        for (var row : Transitions.TABLE) {
            row.from().forEach(from -> promised.add(row.act() + " from " + from));
            row.to().forEach(to -> promised.add(row.act() + " to " + to));
            row.refusals().forEach(why -> warned.add(row.act() + " " + why));
        }
        promised.removeAll(moved);
        warned.removeAll(refused);
        assertThat(promised).as("the table allows it, and it never happened").isEmpty();
        assertThat(warned).as("the table warns of it, and it never stood in the way").isEmpty();
    }

    @Test
    void whereverAMatterStandsPeopleCanBringItToAnEnd() {
        assertThat(seen).hasSizeGreaterThan(2_000);
        for (var standing : seen) {
            if (finished(standing).state().open()) {
                throw new AssertionError("No end in sight: " + standing);
            }
        }
    }

    private void walk() {
        var owed = Owed.from(START, Samples.STANDARDS.get(dice.nextInt(5)));
        var at = new Standing(new MatterState.Reported(), Aside.NOTHING.owing(owed));
        var now = START;
        var since = START;
        for (int i = 0; i < LENGTH; i++) {
            now = now.plus(Duration.ofMinutes(1 + dice.nextInt(dice.nextInt(20) == 0 ? 9000 : 90)));
            var about = about(now, since);
            var standard = Samples.STANDARDS.get(dice.nextInt(10) < 7 ? 0 : dice.nextInt(5));
            var possible = new ArrayList<Moved>();
            for (var command : Samples.commands(now, Samples.UNITS, OTHER)) {
                if (judged(at, command, standard, about) instanceof Moved step) {
                    possible.add(step);
                }
            }
            var step = chosen(possible);
            if (!StateName.of(step.next()).equals(StateName.of(at.state()))) {
                since = now;
            }
            at = new Standing(step.next(), step.aside());
            sane(at);
            if (at.state().open()) {
                seen.add(at);
            }
        }
    }

    /// Seldom what ends it, so that walks are long.
    private Moved chosen(List<Moved> possible) {
        var on = possible.stream().filter(it -> it.next().open()).toList();
        var among = on.isEmpty() || dice.nextInt(12) == 0 ? possible : on;
        return among.get(dice.nextInt(among.size()));
    }

    private Circumstances about(Instant now, Instant since) {
        return new Circumstances(
                Samples.PEOPLE.get(dice.nextInt(3)),
                now,
                since,
                dice.nextInt(5) == 0 ? 1 : 0,
                dice.nextInt(6) == 0,
                dice.nextInt(3) > 0,
                dice.nextDouble());
    }

    private Decision judged(Standing at, Command command, Standard standard, Circumstances about) {
        var row = Transitions.of(command.act());
        var from = StateName.of(at.state());
        var decision = Lifecycle.decide(at, command, standard, about);
        switch (decision) {
            case Refused(var why) -> {
                boolean wrong = why == Refusal.WRONG_STATE;
                if (wrong == row.from().contains(from)
                        || !(wrong || row.refusals().contains(why))) {
                    throw new AssertionError("%s refuses %s: %s".formatted(at, command, why));
                }
                refused.add(row.act() + " " + why);
            }
            case Moved(var next, _, _) -> {
                var to = StateName.of(next);
                if (!row.leads(from, to)) {
                    throw new AssertionError("%s takes %s to %s".formatted(at, command, to));
                }
                moved.add(row.act() + " from " + from);
                moved.add(row.act() + " to " + to);
            }
        }
        return decision;
    }

    /// What holds of every standing, however it was come by.
    private static void sane(Standing at) {
        var aside = at.aside();
        var state = at.state();
        if (!state.open() && !(state instanceof MatterState.Merged)) {
            assertThat(aside.reply()).as("over, and a reply owed").isEmpty();
        }
        if (!state.open()) {
            assertThat(aside.hold()).isEmpty();
            assertThat(aside.helping()).isEmpty();
        }
        assertThat(aside.assists()).extracting(Assist::unit).doesNotHaveDuplicates();
        assertThat(aside.pleas()).extracting(Plea::no).doesNotHaveDuplicates();
        assertThat(aside.pleas().stream().filter(it -> it.state() == Plea.Standing.OPEN))
                .extracting(Plea::kind)
                .doesNotHaveDuplicates();
        for (var plea : aside.pleas()) {
            assertThat(plea.passed())
                    .as("nobody decides in two stages, and whoever applied in none")
                    .extracting(Plea.Passed::by)
                    .doesNotHaveDuplicates()
                    .doesNotContain(plea.by());
        }
        state.assignment()
                .ifPresent(it ->
                        assertThat(aside.helping())
                                .as("leads, so does not help")
                                .doesNotContain(it.unit()));
        if (state instanceof MatterState.Closed) {
            assertThat(aside.marks().owed()).as("closed with a record owed").isFalse();
            assertThat(aside.asked().closedAt()).isPresent();
            assertThat(aside.trail().first()).isPresent();
        }
        if (state instanceof MatterState.Handled) {
            assertThat(aside.trail().handler()).isPresent();
        }
    }

    /// What sensible people would do next, until it is done.
    private static Standing finished(Standing start) {
        var at = start;
        var standard = Samples.STANDARDS.getFirst();
        var now = START.plus(Duration.ofDays(1000));
        for (int i = 0; i < 40 && at.state().open(); i++) {
            var by =
                    at.aside().trail().handler().equals(Optional.of(Samples.PEOPLE.get(0)))
                            ? Samples.PEOPLE.get(1)
                            : Samples.PEOPLE.get(0);
            var about = new Circumstances(by, now, now, 0, false, true, 0.9);
            var here = at;
            at =
                    sensible(at).stream()
                            .map(it -> Lifecycle.decide(here, it, standard, about))
                            .filter(Moved.class::isInstance)
                            .map(Moved.class::cast)
                            .map(it -> new Standing(it.next(), it.aside()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("Stuck at " + here));
        }
        return at;
    }

    private static List<Command> sensible(Standing at) {
        var unit = Samples.UNITS.getFirst();
        var proof = List.of(new Command.Evidence("photo-after", OTHER));
        var commands = new ArrayList<Command>();
        commands.add(new Command.Resume(""));
        at.aside().helping().forEach(it -> commands.add(new Command.Release(it, "")));
        commands.add(new Command.Document("recorded", List.of()));
        commands.add(new Command.Accept());
        commands.add(new Command.Acknowledge());
        commands.add(new Command.Dispatch(unit, Optional.empty(), Optional.empty(), "rule"));
        commands.add(new Command.Handle("done", proof));
        commands.add(new Command.Verify(true, true, "", proof));
        commands.add(new Command.Rate("satisfied", Optional.empty(), "link", ""));
        commands.add(new Command.Close(""));
        return commands;
    }

    /// The acts that only a clock takes never change where a matter stands.
    @Test
    void theClockNeverMovesAMatter() {
        var about = new Circumstances(Samples.PEOPLE.getFirst(), START, START, 0, false, false, 0);
        for (var standing : seen) {
            for (var command : Samples.ofTheClock()) {
                if (Lifecycle.decide(standing, command, Samples.STANDARDS.getFirst(), about)
                        instanceof Moved(var next, var aside, _)) {
                    if (!new Standing(next, aside).equals(standing)) {
                        throw new AssertionError(command + " moved " + standing);
                    }
                }
            }
        }
    }
}
