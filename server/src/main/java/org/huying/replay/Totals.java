package org.huying.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.huying.replay.Course.Arrived;

/// What came of a run, counted from what the server answered.
final class Totals {

    private static final int SHOWN = 12;
    private static final int WIDTH = 30;

    /// Counts of one group.
    static final class Count {
        private int all;
        private int late;
        private int open;

        int all() {
            return all;
        }

        int late() {
            return late;
        }

        int open() {
            return open;
        }

        private void add(Arrived arrived) {
            all++;
            late += arrived.late() ? 1 : 0;
            open += arrived.matter().filter(it -> it.open()).isPresent() ? 1 : 0;
        }
    }

    private final List<String> headings;
    private final Map<String, Map<String, Count>> groups = new LinkedHashMap<>();
    private final Map<String, Integer> states = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Count whole = new Count();
    private int repeated;

    Totals(Collection<String> headings) {
        this.headings = List.copyOf(headings);
        headings.forEach(it -> groups.put(it, new TreeMap<>()));
    }

    synchronized void add(Arrived arrived) {
        arrived.problem()
                .ifPresent(why ->
                        problems.add(
                                "第 %d 行 row %d (%s): %s"
                                        .formatted(
                                                arrived.record().row(),
                                                arrived.record().row(),
                                                arrived.record().id(),
                                                why)));
        if (arrived.matter().isEmpty()) {
            return;
        }
        whole.add(arrived);
        repeated += arrived.repeated() ? 1 : 0;
        states.merge(arrived.matter().get().state(), 1, Integer::sum);
        for (int i = 0; i < headings.size(); i++) {
            var group = groups.get(headings.get(i));
            if (group != null) {
                group.computeIfAbsent(arrived.record().labels().get(i), _ -> new Count())
                        .add(arrived);
            }
        }
    }

    Count whole() {
        return whole;
    }

    int repeated() {
        return repeated;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    Map<String, Count> by(String heading) {
        return groups.getOrDefault(heading, Map.of());
    }

    String text() {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n到达 arrived %,d，其中早已在此 of these already here %,d，新到 new %,d%n逾期 late %,d (%s)，仍在办 still open %,d%n状态 states %s%n",
                        whole.all,
                        repeated,
                        whole.all - repeated,
                        whole.late,
                        share(whole),
                        whole.open,
                        states));
        groups.forEach((heading, group) -> table(text, heading, group));
        if (!problems.isEmpty()) {
            text.append("\n没走完 not finished: ").append(problems.size()).append('\n');
            problems.stream().limit(SHOWN).forEach(it -> text.append("  ").append(it).append('\n'));
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String heading, Map<String, Count> group) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%s%8s%8s%9s%n",
                        padded(heading),
                        "件 all",
                        "逾期 late",
                        "逾期率"));
        var rows =
                group.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                        (Map.Entry<String, Count> it) -> -it.getValue().all()))
                        .toList();
        rows.stream()
                .limit(SHOWN)
                .forEach(it ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%s%,8d%,8d%10s%n",
                                        padded(it.getKey()),
                                        it.getValue().all(),
                                        it.getValue().late(),
                                        share(it.getValue()))));
        if (rows.size() > SHOWN) {
            text.append("… 还有 and ").append(rows.size() - SHOWN).append(" more\n");
        }
    }

    private static String share(Count count) {
        return count.all == 0
                ? "—"
                : String.format(Locale.ROOT, "%.2f %%", 100.0 * count.late / count.all);
    }

    /// Chinese characters are two columns wide.
    private static String padded(String text) {
        int width = text.codePoints().map(it -> it > 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, WIDTH - width));
    }
}
