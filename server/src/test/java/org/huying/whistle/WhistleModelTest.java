package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Chain;
import org.huying.whistle.Decision.Moved;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database holds what the pure machine says, whatever is asked in whatever order.
@SpringBootTest
@Import(Postgres.class)
class WhistleModelTest {

    private static final int WHISTLES = 100;
    private static final int COMMANDS = 60;
    private static final List<UUID> UNITS =
            List.of(Samples.LEAD, Samples.HELP, Samples.OTHER, new UUID(1, 4), new UUID(1, 5));

    @Autowired Whistles whistles;
    @Autowired JdbcClient jdbc;

    @Test
    void storesExactlyWhatTheMachineSays() {
        var random = new SplittableRandom(20_270_301);
        var ends = new HashMap<WhistleStateName, Integer>();
        int taken = 0;
        for (int i = 0; i < WHISTLES; i++) {
            var blown = blown(i, random.nextBoolean());
            assertThat(whistles.insert(blown, Optional.empty())).isTrue();
            var model = blown.whistle();
            var stale = model;
            var now = Samples.NOW;
            for (int j = 0; j < COMMANDS; j++) {
                now = now.plusSeconds(random.nextInt(240));
                var command = command(model.standing(), random);
                var decision =
                        Lifecycle.decide(model.standing(), command, model.call().evaluated(), now);
                if (decision instanceof Moved(var next)) {
                    var advance = Advance.of(model, command, next, Caller.SYSTEM, now);
                    assertThat(whistles.advance(model, advance, Optional.empty())).isTrue();
                    stale = model;
                    model = advance.whistle();
                    taken++;
                    assertThat(
                                    whistles.advance(
                                            stale,
                                            Advance.of(stale, command, next, Caller.SYSTEM, now),
                                            Optional.empty()))
                            .isFalse();
                }
                assertSound(model.standing());
            }
            assertSame(whistles.find(model.id()).orElseThrow(), model);
            assertThat(whistles.steps(model.id())).hasSize(model.steps());
            ends.merge(model.stateName(), 1, Integer::sum);
        }
        System.out.printf("%d steps of %d whistles, which ended %s%n", taken, WHISTLES, ends);
        assertThat(ends.keySet()).contains(WhistleStateName.CLOSED, WhistleStateName.WITHDRAWN);
        assertThat(new WhistleChains().verify(jdbc, _ -> {}).damages()).isEmpty();
    }

    @Test
    void theSameWhistleIsStoredOnceAndTheSameStepTakenOnce() {
        var key = Optional.of(new UUID(77, 77));
        assertThat(whistles.insert(blown(901, true), key)).isTrue();
        assertThat(whistles.insert(blown(902, true), key)).isFalse();
        var stored = whistles.byRequestKey("370481", key.get()).orElseThrow();
        var command = new Command.Receive(Samples.LEAD, Samples.PERSON);
        var next = ((Moved) Lifecycle.decide(stored.standing(), command, true, Samples.NOW)).next();
        var advance = Advance.of(stored, command, next, Caller.SYSTEM, Samples.NOW);
        var step = Optional.of(new UUID(78, 78));
        assertThat(whistles.advance(stored, advance, step)).isTrue();
        assertThat(whistles.taken(stored.id(), step.get())).contains("receive");
        var again = whistles.find(stored.id()).orElseThrow();
        assertThat(
                        whistles.advance(
                                again,
                                Advance.of(again, command, next, Caller.SYSTEM, Samples.NOW),
                                step))
                .isFalse();
    }

    private static void assertSame(Whistle stored, Whistle model) {
        assertThat(stored.standing().state()).isEqualTo(model.standing().state());
        assertThat(stored.standing().summons())
                .containsExactlyInAnyOrderElementsOf(model.standing().summons());
        assertThat(stored.call()).isEqualTo(model.call());
        assertThat(stored.version()).isEqualTo(model.version());
        assertThat(stored.chain()).isEqualTo(model.chain());
    }

    private static void assertSound(Standing standing) {
        assertThat(standing.summons().stream().filter(Summons::lead)).hasSize(1);
        if (standing.state().running()) {
            assertThat(standing.lead().state().done()).isFalse();
        }
        assertThat(
                        standing.state() instanceof WhistleState.Blown
                                && standing.summons().stream().anyMatch(it -> it.state().present()))
                .isFalse();
        if (!standing.state().open()) {
            assertThat(standing.summons()).allMatch(it -> it.state().done());
        }
    }

    /// Mostly anything that the machine may be asked, now and then what leads on, so that whistles come to their end.
    private static Command command(Standing standing, SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return onwards(standing);
        }
        var commands = new ArrayList<>(Samples.ofWhole());
        for (var unit : UNITS) {
            commands.addAll(Samples.ofUnit(unit));
        }
        return commands.get(random.nextInt(commands.size()));
    }

    private static Command onwards(Standing standing) {
        var lead = standing.lead();
        var record = standing.state().joint();
        if (!standing.state().running()) {
            return standing.state() instanceof WhistleState.ResultSubmitted
                    ? new Command.Evaluate(all(standing))
                    : new Command.Close("");
        }
        if (!lead.state().present()) {
            return new Command.CheckIn(lead.unit(), Samples.ARRIVAL);
        }
        if (record.isEmpty()) {
            return new Command.WriteRecord(lead.unit(), "到场处置");
        }
        return standing.unsigned().stream()
                .findFirst()
                .<Command>map(it ->
                        new Command.Sign(it.unit(), record.get().revision(), Samples.SIGNATURE))
                .orElseGet(() -> new Command.Submit(lead.unit(), "办结"));
    }

    private static Map<UUID, Summons.Evaluation> all(Standing standing) {
        var all = new HashMap<UUID, Summons.Evaluation>();
        standing.summons().stream()
                .filter(Summons::rateable)
                .forEach(it -> all.put(it.unit(), Samples.GOOD));
        return all;
    }

    private static Advance blown(int number, boolean evaluated) {
        var county = TerritoryCode.of("370481");
        var call =
                new Call(
                        "370481-W270301-%04d".formatted(number),
                        "base",
                        1,
                        "street-to-department",
                        "emergency",
                        Optional.empty(),
                        "清单里没有",
                        Optional.of(new Call.Matter(new UUID(5, number), "370481-270301-00001")),
                        true,
                        "夜市占道",
                        "夜市占了半条路",
                        new Call.Where(county, "路口", Optional.empty()),
                        new Call.By(Optional.empty(), county, Samples.PERSON, "李"),
                        evaluated,
                        Samples.NOW);
        var summons =
                List.of(
                        Summons.fresh(Samples.LEAD, true, Samples.NOW, Samples.LIMITS),
                        Summons.fresh(Samples.HELP, false, Samples.NOW, Samples.LIMITS),
                        Summons.fresh(UNITS.get(3), false, Samples.NOW, later()));
        return Advance.begin(
                new Whistle(
                        new WhistleId("370481", Ids.next()),
                        1,
                        call,
                        new Standing(new WhistleState.Blown(), summons),
                        Samples.NOW,
                        0,
                        Chain.start()),
                Caller.SYSTEM);
    }

    private static Summons.Limits later() {
        Instant due = Samples.NOW.plusSeconds(86_400);
        return new Summons.Limits(due, Optional.empty());
    }
}
