package org.huying.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.huying.matter.Act;
import org.huying.matter.StateName;
import org.huying.matter.loop.Transitions.Clock;
import org.huying.matter.loop.Transitions.Transition;
import org.huying.matter.loop.Transitions.Who;
import org.junit.jupiter.api.Test;

/// What must hold of the table by itself.
class TransitionsTest {

    private static final Set<StateName> CLOSED =
            EnumSet.of(
                    StateName.REJECTED,
                    StateName.CLOSED,
                    StateName.MERGED,
                    StateName.VOIDED,
                    StateName.WITHDRAWN);
    private static final Set<StateName> OPEN = EnumSet.complementOf(EnumSet.copyOf(CLOSED));

    /// States in which a stage runs.
    private static final Set<StateName> TIMED =
            EnumSet.copyOf(
                    OPEN.stream().filter(it -> it != StateName.RATED).collect(Collectors.toSet()));

    @Test
    void everyActButTheReportHasOneRowAndOneCommand() {
        var acts = EnumSet.complementOf(EnumSet.of(Act.REPORT));
        assertThat(Transitions.TABLE.stream().map(Transition::act))
                .containsExactlyInAnyOrderElementsOf(acts);
        assertThat(Command.kinds().stream().map(it -> it.getSimpleName().toUpperCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(acts.stream().map(Act::name).toList());
    }

    @Test
    void everyStateIsReachedFromTheReport() {
        assertThat(reached(StateName.REPORTED, _ -> true))
                .isEqualTo(EnumSet.allOf(StateName.class));
    }

    @Test
    void everyActCanComeUpOnTheWay() {
        var reached = reached(StateName.REPORTED, _ -> true);
        assertThat(Transitions.TABLE)
                .allMatch(row -> row.from().stream().anyMatch(reached::contains));
    }

    @Test
    void peopleLeadEveryOpenStateToAnEnd() {
        for (var state : OPEN) {
            assertThat(reached(state, row -> row.who() != Who.SYSTEM))
                    .as("the way out of %s", state)
                    .containsAnyElementsOf(CLOSED);
        }
    }

    @Test
    void staffEndEveryStageThatRuns() {
        for (var state : TIMED) {
            assertThat(Transitions.TABLE)
                    .as("who owns the clock of %s", state)
                    .anyMatch(row ->
                            row.who() == Who.STAFF
                                    && row.from().contains(state)
                                    && row.clock() == Clock.STAGE
                                    && row.to().stream().anyMatch(it -> it != state));
        }
    }

    @Test
    void onlyWhatIsHeldCanBeReleased() {
        var pausing = rows(Clock.PAUSE);
        var running = rows(Clock.RUN);
        assertThat(running).containsAll(pausing).isNotEmpty();
    }

    @Test
    void everyRefusalIsTheReasonOfSomeRow() {
        var named =
                Transitions.TABLE.stream()
                        .flatMap(it -> it.refusals().stream())
                        .collect(Collectors.toSet());
        var others = EnumSet.complementOf(EnumSet.of(Refusal.WRONG_STATE));
        assertThat(named).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void everyActOfPeopleHasAPermissionThatSomeRoleHolds() {
        var roles = roles();
        for (var row : Transitions.TABLE) {
            if (row.who() != Who.SYSTEM) {
                assertThat(roles)
                        .as("named, and held by somebody other than the simulator")
                        .containsEntry(row.act().permission(), true);
            }
        }
    }

    private static Set<StateName> rows(Clock clock) {
        return Transitions.TABLE.stream()
                .filter(it -> it.clock() == clock)
                .flatMap(it -> it.from().stream())
                .collect(Collectors.toSet());
    }

    private static Set<StateName> reached(StateName start, Predicate<Transition> by) {
        var seen = EnumSet.of(start);
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            var at = next.pop();
            Transitions.TABLE.stream()
                    .filter(by)
                    .filter(row -> row.from().contains(at))
                    .flatMap(row -> row.to().stream())
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return seen;
    }

    /// Permission → whether a role that may be given in production holds it.
    private static Map<String, Boolean> roles() {
        try (var file = TransitionsTest.class.getResourceAsStream("/access/roles.yaml")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var halves = text.split("\nroles:\n", -1);
            var roles = halves[1].substring(0, halves[1].indexOf("\n  simulator:"));
            return Arrays.stream(halves[0].split("\n", -1))
                    .map(String::strip)
                    .filter(it -> it.startsWith("matter:matter:"))
                    .map(it -> it.replaceAll(":\\s+\\[.*", ""))
                    .collect(
                            Collectors.toMap(
                                    it -> it,
                                    it ->
                                            roles.contains("- " + it + "\n")
                                                    || roles.contains(it + ",")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
