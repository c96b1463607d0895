package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.sheet.Field;
import org.huying.sheet.Heading;
import org.huying.sheet.Row;
import org.huying.sheet.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list of numbers, with rows that fail in every way there is: `bad` is refused when checked, `late` when written,
/// `odd` throws when checked and when made ready, `boom` when written, `after x` is refused unless `x` stands on a row before;
/// `wait` takes as long as it is told to.
final class NumbersList implements Intake {

    static final String REGION = "370481";

    private static final Words NOTE = new Words("", "");

    private final JdbcClient jdbc;
    private final StoredImports stored;
    private final ImportParts parts;
    CountDownLatch waits = new CountDownLatch(0);
    CountDownLatch waiting = new CountDownLatch(1);
    boolean whole;

    NumbersList(JdbcClient jdbc, StoredImports stored, ImportParts parts) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.parts = parts;
        jdbc.sql("CREATE TABLE IF NOT EXISTS public.test_number (number text PRIMARY KEY)")
                .update();
    }

    void none() {
        whole = false;
        jdbc.sql("DELETE FROM public.test_number").update();
    }

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
    public boolean whole() {
        return whole;
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
        return new Numbers(written());
    }

    private final class Numbers implements Taking {
        private final Set<String> known;

        Numbers(Set<String> known) {
            this.known = known;
        }

        @Override
        public List<Fault> check(List<Entry> entries) {
            entries.forEach(it -> odd(number(it)));
            return entries.stream()
                    .filter(it -> wrong(number(it)))
                    .map(it -> fault(it, "bad"))
                    .toList();
        }

        private boolean wrong(String number) {
            known.add(number);
            return number.equals("bad")
                    || (number.startsWith("after ")
                            && !known.contains(number.substring("after ".length())));
        }

        @Override
        public Ready ready(List<Entry> entries) {
            entries.forEach(it -> odd(number(it)));
            return () -> store(entries);
        }
    }

    private static void odd(String number) {
        if (number.equals("odd")) {
            throw new IllegalArgumentException("odd");
        }
    }

    private Taken store(List<Entry> entries) {
        int added = 0;
        int known = 0;
        var faults = new ArrayList<Fault>();
        for (var entry : entries) {
            var number = number(entry);
            if (number.equals("bad") || number.equals("late")) {
                faults.add(fault(entry, number));
                continue;
            }
            if (number.equals("wait")) {
                waited();
            }
            int rows =
                    jdbc.sql("INSERT INTO public.test_number VALUES (:n) ON CONFLICT DO NOTHING")
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

    private void waited() {
        waiting.countDown();
        try {
            waits.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(Entry entry) {
        return entry.text("number").orElseThrow();
    }

    private static Fault fault(Entry entry, String code) {
        return new Fault(entry.line(), "number", code, new Words("不行", "No"));
    }

    static List<String> numbers(int many) {
        return IntStream.range(0, many).mapToObj(it -> "n" + it).toList();
    }

    /// A file with a row for each, begun.
    Import.Id sent(List<String> numbers, Import.Mode mode, Instant at) {
        var id = new Import.Id(REGION, Ids.next());
        int many = (numbers.size() + ImportParts.ROWS - 1) / ImportParts.ROWS;
        stored.add(
                new Import(
                        id,
                        "numbers",
                        "数.csv",
                        "UTF-8",
                        new Heading(List.of("number", "x"), Map.of("number", 0)),
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

    Set<String> written() {
        return new HashSet<>(
                jdbc.sql("SELECT number FROM public.test_number").query(String.class).list());
    }
}
