package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Samples;
import org.huying.matter.loop.Transitions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many people at once on few matters: whatever is answered as done is stored, once and in order, and nothing else is.
@SpringBootTest(properties = "spring.datasource.hikari.maximum-pool-size=12")
@Import({Postgres.class, Town.class, Scene.class, Scene.Time.class})
class RaceTest {

    private static final int THREADS = 8;
    private static final int EACH = 1_250;
    private static final int MATTERS = 200;
    private static final int HOT = 12;

    @Autowired Scene scene;
    @Autowired MatterDesk desk;
    @Autowired Matters matters;
    @Autowired JdbcClient jdbc;
    @Autowired Consumers consumers;

    private final Map<UUID, LongAdder> done = new ConcurrentHashMap<>();
    private final AtomicInteger overtaken = new AtomicInteger();
    private final AtomicInteger merged = new AtomicInteger();
    private final AtomicInteger parts = new AtomicInteger();

    /// What was replied to a master reaches what was merged into it by a step that nobody asked for.
    private long passedOn(MatterId id) {
        return matters.steps(id).stream()
                .filter(it -> it.facts().equals("{\"passedOn\":true}"))
                .count();
    }

    @Test
    void tenThousandCommandsAtOnceLeaveEveryHistoryWhole() throws Exception {
        var ids = scene.reported(MATTERS).stream().map(Matter::id).toList();
        together(thread -> () -> drive(ids, new Random(20_260_303L + thread)));

        consumers.drain();
        assertThat(new MatterChains().verify(jdbc, _ -> {}).damages()).isEmpty();
        for (var id : ids) {
            var matter = matters.find(id).orElseThrow();
            assertThat(matter.version() - 1L)
                    .as("every step that was answered as done, and no other: %s", id)
                    .isEqualTo(done.getOrDefault(id.value(), new LongAdder()).sum() + passedOn(id));
            assigned(matter);
        }
        assertThat(count("act = 'absorb'"))
                .isEqualTo(count("act = 'merge'"))
                .isEqualTo(merged.get());
        assertThat(
                        jdbc.sql("SELECT count(*) FROM matter.matter WHERE parent IS NOT NULL")
                                .query(Integer.class)
                                .single())
                .isEqualTo(parts.get());
        assertThat(mergedIntoMerged()).isZero();
        assertThat(overtaken).as("there were real races").hasPositiveValue();
        assertThat(merged).hasPositiveValue();
        assertThat(parts).hasPositiveValue();
    }

    @Test
    void ofTwoPeopleWhoActAtOnceExactlyOneWins() throws Exception {
        for (var matter : scene.reported(60)) {
            var start = new CyclicBarrier(2);
            var answers = new ArrayList<Taken>();
            try (var people = Executors.newFixedThreadPool(2)) {
                var both =
                        Scene.PEOPLE.stream()
                                .limit(2)
                                .map(by ->
                                        people.submit(() -> {
                                            start.await();
                                            return desk.take(
                                                    new MatterDesk.Order(
                                                            matter.id(),
                                                            new Command.Accept(),
                                                            by,
                                                            1,
                                                            Optional.empty()));
                                        }))
                                .toList();
                for (var each : both) {
                    answers.add(each.get());
                }
            }
            assertThat(answers).hasAtLeastOneElementOfType(Taken.Done.class);
            assertThat(answers.stream().filter(Taken.Done.class::isInstance)).hasSize(1);
            assertThat(answers.stream().filter(it -> !(it instanceof Taken.Done)))
                    .hasSize(1)
                    .allMatch(it -> it instanceof Taken.Stale || it instanceof Taken.Overtaken);
        }
    }

    private Void drive(List<MatterId> ids, Random dice) {
        for (int i = 0; i < EACH; i++) {
            var id = ids.get(dice.nextInt(dice.nextBoolean() ? HOT : MATTERS));
            var other = ids.get(dice.nextInt(dice.nextBoolean() ? HOT : MATTERS));
            attempt(desk.find(id).orElseThrow(), other, dice);
        }
        return null;
    }

    private void attempt(Matter seen, MatterId other, Random dice) {
        var acts = Transitions.acts(StateName.of(seen.state()));
        var possible =
                Samples.commands(desk.now(), scene.units(), other.value()).stream()
                        .filter(it -> acts.contains(it.act()) && it.act() != Act.ABSORB)
                        .filter(it ->
                                !List.of(Act.WITHDRAW, Act.REJECT, Act.MERGE).contains(it.act())
                                        || dice.nextInt(6) == 0)
                        .toList();
        var by = Scene.PEOPLE.get(dice.nextInt(3));
        var chosen = possible.get(dice.nextInt(possible.size()));
        var command = scene.proven(scene.looked(chosen, seen, matters.find(other)), by);
        var answer =
                desk.take(
                        new MatterDesk.Order(
                                seen.id(),
                                command,
                                by,
                                seen.version(),
                                Optional.empty(),
                                scene.also(command, seen, by)));
        switch (answer) {
            case Taken.Done _ -> counted(seen, command);
            case Taken.Overtaken(var current) -> {
                assertThat(current.version()).isGreaterThanOrEqualTo(seen.version());
                overtaken.incrementAndGet();
                scene.unused(command, by);
            }
            case Taken.Stale _, Taken.Refused _, Taken.Forbidden _ -> scene.unused(command, by);
            case Taken.KeyReused _, Taken.Past _, Taken.Unknown _, Taken.EvidenceUnknown _ ->
                    throw new AssertionError(command + " → " + answer);
        }
    }

    private void counted(Matter seen, Command command) {
        done.computeIfAbsent(seen.id().value(), _ -> new LongAdder()).increment();
        if (command instanceof Command.Merge(var into, _, _)) {
            done.computeIfAbsent(into, _ -> new LongAdder()).increment();
            merged.incrementAndGet();
        }
        if (command instanceof Command.Split(var children, _)) {
            parts.addAndGet(children.size());
        }
    }

    /// Whoever has it in hand is whom its own history gave it to last.
    private void assigned(Matter matter) {
        var given =
                jdbc.sql(
                                """
                                SELECT (facts->>'unit')::uuid FROM matter.step
                                 WHERE region = :region AND matter = :id
                                   AND act IN ('dispatch', 'arbitrate', 'escalate', 'emergency', 'spot')
                                 ORDER BY seq DESC LIMIT 1
                                """)
                        .param("region", matter.id().region())
                        .param("id", matter.id().value())
                        .query(UUID.class)
                        .optional();
        matter.state()
                .assignment()
                .ifPresent(hand -> {
                    assertThat(given).contains(hand.unit());
                    assertThat(matter.aside().helping()).doesNotContain(hand.unit());
                });
    }

    private int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM matter.step WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    /// Nothing waits for something that waits itself.
    private int mergedIntoMerged() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM matter.matter c JOIN matter.matter m ON m.region = c.region AND m.id = c.master
                         WHERE c.state = 'MERGED' AND m.state IN ('MERGED', 'REJECTED', 'VOIDED', 'WITHDRAWN')
                        """)
                .query(Integer.class)
                .single();
    }

    private interface Work {
        Callable<Void> of(int thread);
    }

    private static void together(Work work) throws Exception {
        try (var people = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Callable<Void>>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(work.of(thread));
            }
            for (var each : people.invokeAll(all)) {
                each.get();
            }
        }
    }
}
