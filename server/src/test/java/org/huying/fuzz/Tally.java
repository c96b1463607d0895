package org.huying.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts what was sent and what came back, and keeps what was wrong: each kind of fault of an operation once.
final class Tally {

    private static final int MOST = 200;

    private final Map<String, Map<Integer, Integer>> operations = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> roles = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();
    private Duration slowest = Duration.ZERO;
    private String slow = "";
    private long sent;

    synchronized void add(Shot shot, Answer answer) {
        count(answer);
        roles.merge(shot.role.name(), 1, Integer::sum);
        operations
                .computeIfAbsent(shot.operation.toString(), _ -> new TreeMap<>())
                .merge(answer.status(), 1, Integer::sum);
        if (answer.took().compareTo(slowest) > 0) {
            slowest = answer.took();
            slow = shot.operation.toString();
        }
    }

    synchronized void count(Answer answer) {
        sent++;
        statuses.merge(answer.status(), 1, Integer::sum);
    }

    /// Told at once when it is new.
    synchronized void fault(String where, String what, Answer answer, String request) {
        var key = "%s: %s (%d)".formatted(where, what, answer.status());
        if (faults.size() < MOST && !faults.containsKey(key)) {
            var text = answer.text();
            var said = text.length() > 500 ? text.substring(0, 500) + "…" : text;
            var fault = "%s%n    by %s%n    answered %s".formatted(key, request, said);
            faults.put(key, fault);
            System.out.println("FAULT " + fault);
        }
    }

    synchronized List<String> faults() {
        return new ArrayList<>(faults.values());
    }

    synchronized String line() {
        return "%,d requests, %d operations (%d were carried out), statuses %s, faults %d"
                .formatted(sent, operations.size(), carriedOut(), statuses, faults.size());
    }

    private long carriedOut() {
        return operations.values().stream().filter(Tally::carriedOut).count();
    }

    private static boolean carriedOut(Map<Integer, Integer> statuses) {
        return statuses.keySet().stream().anyMatch(it -> it >= 200 && it < 400);
    }

    synchronized int operations() {
        return operations.size();
    }

    synchronized String report() {
        var never =
                operations.entrySet().stream()
                        .filter(it -> !carriedOut(it.getValue()))
                        .map(it -> "  " + it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining("\n"));
        int least =
                operations.values().stream()
                        .mapToInt(it -> it.values().stream().mapToInt(n -> n).sum())
                        .min()
                        .orElse(0);
        return """
        %s
        by role: %s
        fewest requests of one operation: %d; slowest answer: %d ms of %s
        never carried out:
        %s
        """
                .formatted(line(), roles, least, slowest.toMillis(), slow, never);
    }
}
