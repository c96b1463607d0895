package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.huying.sheet.Field;
import org.huying.sheet.Heading;
import org.huying.sheet.Row;
import org.huying.sheet.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list of numbers that is brought in, with rows that fail in every way there is.
@SpringBootTest
@org.springframework.context.annotation.Import({Postgres.class, ImportRunTest.Numbers.class})
class ImportRunTest {

    private static final String REGION = "370481";
    private static final Words NOTE = new Words("", "");

    /// `bad` is refused when checked, `late` when written, `boom` throws when written.
    @TestConfiguration(proxyBeanMethods = false)
    static class Numbers {

        @Bean
        Intake numbers(JdbcClient jdbc) {
            jdbc.sql("CREATE TABLE IF NOT EXISTS public.test_number (number text PRIMARY KEY)")
                    .update();
            return new NumbersIntake(jdbc);
        }
    }

    private record NumbersIntake(JdbcClient jdbc) implements Intake {
        @Override
        public String kind() {
            return "numbers";
        }

        @Override
        public Words name() {
            return new Words("数", "Numbers");
        }

        @Override
        public String permission() {
            return "matter:matter:report";
        }

        @Override
        public List<Field> fields(String region) {
            return List.of(Field.text("number", new Words("数", "Number"), 20, NOTE).must());
        }

        @Override
        public List<String> key() {
            return List.of("number");
        }

        @Override
        public Taking begin(String region, Caller by) {
            return new Taking() {
                @Override
                public List<Fault> check(List<Entry> entries) {
                    return entries.stream()
                            .filter(it -> it.text("number").orElseThrow().equals("bad"))
                            .map(it -> fault(it, "bad"))
                            .toList();
                }

                @Override
                public Ready ready(List<Entry> entries) {
                    return () -> store(entries);
                }
            };
        }

        private Taken store(List<Entry> entries) {
            int added = 0;
            int known = 0;
            var faults = new ArrayList<Fault>();
            for (var entry : entries) {
                var number = entry.text("number").orElseThrow();
                if (number.equals("bad") || number.equals("late")) {
                    faults.add(fault(entry, number));
                    continue;
                }
                int rows =
                        jdbc.sql(
                                        "INSERT INTO public.test_number VALUES (:n) ON CONFLICT DO NOTHING")
                                .param("n", number)
                                .update();
                added += rows;
                known += 1 - rows;
                if (number.equals("boom")) {
                    throw new IllegalStateException("boom");
                }
            }
            return new Taken(added, 0, known, faults);
        }

        private static Fault fault(Entry entry, String code) {
            return new Fault(entry.line(), "number", code, new Words("不行", "No"));
        }
    }

    @Autowired StoredImports stored;
    @Autowired ImportParts parts;
    @Autowired ImportFaults faults;
    @Autowired ImportRun run;
    @Autowired ImportForgetting forgetting;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void none() {
        jdbc.sql("DELETE FROM public.test_number").update();
    }

    @Test
    void goesOnWhereItWasAndTakesNoRowTwice() {
        var id = sent(numbers(1_700), Import.Mode.PARTIAL);
        var turns = new AtomicInteger();
        assertThat(run.run(id.instance(), () -> turns.incrementAndGet() > 2)).isFalse();
        var so = stored.find(id).orElseThrow();
        assertThat(so.reached()).isEqualTo(2);
        assertThat(so.running()).isTrue();
        assertThat(written()).hasSize(1_000);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        var done = stored.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.count()).isEqualTo(new Import.Count(1_700, 0, 0, 0));
        assertThat(written()).hasSize(1_700);
        assertThat(run.run(id.instance(), () -> false)).as("over is over").isTrue();
    }

    @Test
    void aRowThatBlowsUpHitsNoOther() {
        var rows = new ArrayList<>(numbers(600));
        rows.set(3, "boom");
        rows.set(4, "bad");
        rows.set(599, "");
        rows.set(598, "late");
        var id = sent(rows, Import.Mode.PARTIAL);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        var done = stored.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.count().added()).isEqualTo(596);
        assertThat(done.count().refused()).isEqualTo(4);
        assertThat(faults.after(id, 0, 100))
                .extracting(Fault::line, Fault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5L, "failed"),
                        org.assertj.core.groups.Tuple.tuple(6L, "bad"),
                        org.assertj.core.groups.Tuple.tuple(600L, "late"),
                        org.assertj.core.groups.Tuple.tuple(601L, "missing"));
        assertThat(written()).hasSize(596).doesNotContain("boom");
    }

    @Test
    void allOrNothingTellsEveryFaultAndWritesNothing() {
        var rows = new ArrayList<>(numbers(1_200));
        rows.set(0, "bad");
        rows.set(1_100, "bad");
        var id = sent(rows, Import.Mode.ALL);
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        var refused = stored.find(id).orElseThrow();
        assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
        assertThat(refused.count().refused()).isEqualTo(2);
        assertThat(faults.after(id, 0, 1)).extracting(Fault::line).containsExactly(2L);
        assertThat(faults.after(id, 2, 1)).extracting(Fault::line).containsExactly(1_102L);
        assertThat(written()).isEmpty();
    }

    @Test
    void whatGoesWrongOnlyWhenItIsWrittenUndoesAllOfIt() {
        for (var late : List.of("late", "boom")) {
            var rows = new ArrayList<>(numbers(1_200));
            rows.set(1_150, late);
            var id = sent(rows, Import.Mode.ALL);
            assertThat(run.run(id.instance(), () -> false)).isTrue();
            var refused = stored.find(id).orElseThrow();
            assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
            assertThat(refused.count()).isEqualTo(new Import.Count(0, 0, 0, 1));
            assertThat(written()).isEmpty();
        }
    }

    @Test
    void allOrNothingStoppedWhileItWritesLeavesNothingAndBeginsAnew() {
        var id = sent(numbers(1_200), Import.Mode.ALL);
        var turns = new AtomicInteger();
        assertThat(run.run(id.instance(), () -> turns.incrementAndGet() > 5)).isFalse();
        assertThat(stored.find(id).orElseThrow().phase()).isEqualTo(Import.Phase.TAKE);
        assertThat(written()).isEmpty();
        assertThat(run.run(id.instance(), () -> false)).isTrue();
        assertThat(stored.find(id).orElseThrow().count().added()).isEqualTo(1_200);
        assertThat(written()).hasSize(1_200);
    }

    @Test
    void cancelledWhileItRunsItStops() {
        var id = sent(numbers(1_200), Import.Mode.PARTIAL);
        var turns = new AtomicInteger();
        assertThat(
                        run.run(
                                id.instance(),
                                () -> {
                                    if (turns.incrementAndGet() == 2) {
                                        stored.cancel(id, Instant.parse("2026-01-01T00:00:00Z"));
                                    }
                                    return false;
                                }))
                .isTrue();
        assertThat(stored.find(id).orElseThrow().state()).isEqualTo(Import.State.CANCELLED);
        assertThat(written()).hasSize(500);
    }

    @Test
    void rowsAreForgottenAfterAWhileAndTheCountsStay() {
        var old =
                sent(
                        List.of("1", "bad"),
                        Import.Mode.PARTIAL,
                        Instant.parse("2020-01-01T00:00:00Z"));
        run.run(old.instance(), () -> false);
        var fresh = sent(List.of("2"), Import.Mode.PARTIAL, Instant.parse("2999-01-01T00:00:00Z"));
        forgetting.run();
        assertThat(parts.read(old, 0)).isEmpty();
        assertThat(faults.after(old, 0, 10)).isEmpty();
        assertThat(stored.find(old).orElseThrow().count().refused()).isEqualTo(1);
        assertThat(parts.read(fresh, 0)).hasSize(1);
    }

    private static List<String> numbers(int many) {
        return IntStream.range(0, many).mapToObj(it -> "n" + it).toList();
    }

    private Import.Id sent(List<String> numbers, Import.Mode mode) {
        return sent(numbers, mode, Instant.parse("2999-01-01T00:00:00Z"));
    }

    private Import.Id sent(List<String> numbers, Import.Mode mode, Instant at) {
        var id = new Import.Id(REGION, Ids.next());
        int many = (numbers.size() + ImportParts.ROWS - 1) / ImportParts.ROWS;
        stored.add(
                new Import(
                        id,
                        "numbers",
                        "数.csv",
                        "UTF-8",
                        new Heading(List.of("number", "x"), java.util.Map.of("number", 0)),
                        numbers.size(),
                        many,
                        new Import.By(new UUID(7, 7), "某人"),
                        Import.State.READY,
                        Optional.empty(),
                        Import.Phase.CHECK,
                        0,
                        Import.Count.NONE,
                        at,
                        Optional.empty()));
        for (int part = 0; part < many; part++) {
            int from = part * ImportParts.ROWS;
            int to = Math.min(numbers.size(), from + ImportParts.ROWS);
            parts.add(
                    id,
                    part,
                    IntStream.range(from, to)
                            .mapToObj(it -> new Row(it + 2, List.of(numbers.get(it), "x")))
                            .toList());
        }
        assertThat(stored.start(id, mode)).isTrue();
        return id;
    }

    private Set<String> written() {
        return new HashSet<>(
                jdbc.sql("SELECT number FROM public.test_number").query(String.class).list());
    }
}
