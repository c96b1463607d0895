package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.huying.Town;
import org.huying.access.Caller;
import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Decision;
import org.huying.matter.loop.Journey;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Samples;
import org.huying.matter.loop.Transitions;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Random commands, good and bad, go to the desk and to the pure machine. Both say the same, and what is stored is what
/// the machine says, to the letter.
@SpringBootTest
@Import({Postgres.class, Town.class, Scene.class, Scene.Time.class, TownRules.class})
class DeskWalkTest {

    private static final int MATTERS = 40;
    private static final int COMMANDS = 3_000;
    private static final Set<Act> MAIN =
            EnumSet.of(Act.DISPATCH, Act.ACKNOWLEDGE, Act.HANDLE, Act.VERIFY, Act.RATE, Act.CLOSE);

    /// Every step of the loop is allowed here.
    private static final TerritoryCode TOWN = TerritoryCode.of("370481003");

    private static final String RULES =
            """
            matter:
              pleas:
                voiding:
                  stages:
                    - { name: 预审, en: Pre-check, decider: street }
                    - { name: 审定, en: Decision, decider: county }
            """;

    @Autowired Scene scene;
    @Autowired TownRules rules;
    @Autowired MatterDesk desk;
    @Autowired Matters matters;
    @Autowired Rulebook rulebook;
    @Autowired Dispatching dispatching;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Consumers consumers;

    private final Random dice = new Random(20_260_302);
    private final Set<Act> taken = EnumSet.noneOf(Act.class);
    private final List<Matter> gone = new ArrayList<>();
    private int refused;
    private int stale;

    private record Try(
            Matter matter, Command command, Caller by, Journey journey, Decision decision) {}

    /// What is read from the log passes replies on to those whose own was merged; here nobody moves a matter behind the
    /// machine's back.
    @BeforeEach
    void nobodyReadsTheLog() {
        consumers.stop();
    }

    @AfterEach
    void theLogIsReadAgain() {
        consumers.start();
    }

    @Test
    void theStoreHoldsWhatTheMachineSays() {
        var model = new ArrayList<>(reported(MATTERS));
        for (int i = 0; i < COMMANDS; i++) {
            clock.move(Duration.ofMinutes(dice.nextInt(dice.nextInt(30) == 0 ? 3_000 : 40)));
            int at = dice.nextInt(MATTERS);
            int other = dice.nextInt(MATTERS);
            model.set(at, step(attempt(model.get(at), model.get(other))));
            if (List.of("MERGED", "WITHDRAWN", "VOIDED", "REJECTED")
                            .contains(StateName.of(model.get(at).state()).name())
                    && dice.nextInt(4) == 0) {
                gone.add(model.get(at));
                model.set(at, reported(1).getFirst());
            }
            if (at != other) {
                model.set(other, absorbed(model.get(other)));
            }
        }
        var damages = new MatterChains().verify(jdbc, _ -> {}).damages();
        assertThat(damages).isEmpty();
        gone.addAll(model);
        for (var matter : gone) {
            assertThat(matters.steps(matter.id())).hasSizeGreaterThanOrEqualTo(matter.steps());
        }
        assertThat(refused).isGreaterThan(COMMANDS / 5);
        assertThat(stale).isGreaterThan(COMMANDS / 50);
        assertThat(EnumSet.complementOf(EnumSet.copyOf(taken)))
                .as("never taken, besides the report that begins each")
                .containsExactly(Act.REPORT);
    }

    private List<Matter> reported(int count) {
        rules.in(TOWN.value(), RULES);
        return scene.reported(count, Optional.of(TOWN));
    }

    /// Something to try: mostly what the machine would take, since nearly everything is refused.
    private Try attempt(Matter matter, Matter other) {
        var all = Samples.commands(desk.now(), scene.units(), other.id().value());
        var acts = acts(matter);
        var tried = attempt(matter, other, any(all));
        for (int i = 0; i < 8 && dice.nextInt(10) < 8; i++) {
            if (tried.decision() instanceof Decision.Moved) {
                return tried;
            }
            scene.unused(tried.command(), tried.by());
            var act = any(acts);
            tried =
                    attempt(
                            matter,
                            other,
                            any(all.stream().filter(it -> it.act() == act).toList()));
        }
        return tried;
    }

    /// What the state allows; the main line four times, so that matters get on, and what was never taken sixteen times, so
    /// that nothing is left out.
    private List<Act> acts(Matter matter) {
        var acts = new ArrayList<Act>();
        for (var act : Transitions.acts(StateName.of(matter.state()))) {
            int often = !taken.contains(act) ? 16 : MAIN.contains(act) ? 4 : 1;
            acts.addAll(Collections.nCopies(often, act));
        }
        return acts;
    }

    private Try attempt(Matter matter, Matter other, Command chosen) {
        boolean system = Transitions.of(chosen.act()).who() == Transitions.Who.SYSTEM;
        var by = system ? Caller.SYSTEM : any(Scene.PEOPLE);
        var command = scene.proven(scene.looked(chosen, matter, Optional.of(other)), by);
        var journey = Journey.of(matter, desk.now());
        var decision = journey.take(command, by, rulebook.rules(matter, command));
        if (command instanceof Command.Accept && decision instanceof Decision.Moved) {
            dispatchedByRule(journey);
        }
        return new Try(matter, command, by, journey, decision);
    }

    /// What is accepted goes on by itself where a rule of the playbook says so.
    private void dispatchedByRule(Journey journey) {
        var accepted = journey.matter();
        dispatching
                .advise(accepted, rulebook.playbook(accepted), desk.now())
                .filter(DispatchAdvice.Advice::automatic)
                .map(Dispatching::dispatch)
                .ifPresent(it -> journey.take(it, Caller.SYSTEM, rulebook.rules(accepted, it)));
    }

    private Matter step(Try tried) {
        var before = tried.matter();
        int off = dice.nextInt(12) == 0 ? 1 + dice.nextInt(2) : 0;
        var order =
                new MatterDesk.Order(
                        before.id(),
                        tried.command(),
                        tried.by(),
                        before.version() - off,
                        Optional.empty(),
                        scene.also(tried.command(), before, tried.by()));
        var answer = desk.take(order);
        var expected = before;
        if (off > 0) {
            assertThat(answer).isInstanceOf(Taken.Stale.class);
            stale++;
        } else if (tried.decision() instanceof Decision.Refused(var why)) {
            assertThat(answer).as("%s", tried).isEqualTo(new Taken.Refused(why));
            refused++;
        } else {
            assertThat(answer).as("%s", tried.command()).isInstanceOf(Taken.Done.class);
            taken.add(tried.command().act());
            expected = tried.journey().matter();
            assertThat(expected.version()).isEqualTo(before.version() + 1);
        }
        if (expected.version() == before.version()) {
            scene.unused(tried.command(), tried.by());
        }
        same(expected);
        return expected;
    }

    private void same(Matter expected) {
        assertThat(matters.find(expected.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    /// Another matter may have been merged into it, which its own history says.
    private Matter absorbed(Matter before) {
        var now = matters.find(before.id()).orElseThrow();
        if (now.version() != before.version()) {
            assertThat(now.version()).isEqualTo(before.version() + 1);
            assertThat(matters.steps(now.id()).getLast().act()).isEqualTo(Act.ABSORB.key());
        }
        return now;
    }

    private <T> T any(List<T> among) {
        return among.get(dice.nextInt(among.size()));
    }
}
