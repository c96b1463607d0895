package org.huying.demo.hotline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// What the hotline has in its own books.
public final class Ledger {

    /// An order as it was sent.
    record Sent(LocalDate day, Map<String, Object> message) {}

    /// A message that came in.
    record Got(String id, String kind, LocalDate day) {}

    private final Map<String, Sent> orders = new ConcurrentHashMap<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, List<Got>> got = new ConcurrentHashMap<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();
    private final AtomicInteger forged = new AtomicInteger();

    void sends(String order, LocalDate day, Map<String, Object> message) {
        orders.put(order, new Sent(day, message));
    }

    void acknowledged(String order, String number) {
        var before = acknowledged.put(order, number);
        if (before != null && !before.equals(number)) {
            throw new IllegalStateException(
                    order + " became two matters: " + before + ", " + number);
        }
    }

    /// A message to the hotline; each id counts once.
    synchronized void takes(JsonNode message, LocalDate day) {
        var id = message.path("msgId").asString("");
        var order = message.path("orderNo").asString("");
        if (!ids.add(id)) {
            repeats.incrementAndGet();
            return;
        }
        var before = got.getOrDefault(order, List.of());
        if (!before.isEmpty() && before.getLast().id().compareTo(id) > 0) {
            overtaken.incrementAndGet();
        }
        var now = new ArrayList<>(before);
        now.add(new Got(id, message.path("msgType").asString(""), day));
        got.put(order, now);
    }

    void forged() {
        forged.incrementAndGet();
    }

    /// Numbers of all orders that were sent, or are being sent.
    public Set<String> orders() {
        return new TreeSet<>(orders.keySet());
    }

    /// The hotline's number → ours, of those that were acknowledged.
    public Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /// Orders whose result, or refusal, has come.
    public Set<String> results() {
        return numbers("RESULT", "RETURN");
    }

    private Set<String> numbers(String... kinds) {
        var numbers = new TreeSet<String>();
        got.forEach((order, messages) -> {
            if (messages.stream().anyMatch(it -> List.of(kinds).contains(it.kind()))) {
                numbers.add(order);
            }
        });
        return numbers;
    }

    /// Messages that came more than once.
    public int repeats() {
        return repeats.get();
    }

    /// Messages that came after a later one of the same order.
    public int overtaken() {
        return overtaken.get();
    }

    /// Messages whose signature was wrong.
    public int forgeries() {
        return forged.get();
    }

    Set<String> ordersOf(LocalDate day) {
        var numbers = new TreeSet<String>();
        orders.forEach((order, sent) -> {
            if (sent.day().equals(day)) {
                numbers.add(order);
            }
        });
        return numbers;
    }

    Set<String> resultsOf(LocalDate day) {
        var numbers = new TreeSet<String>();
        got.forEach((order, messages) -> {
            if (messages.stream()
                    .anyMatch(it -> it.kind().equals("RESULT") && it.day().equals(day))) {
                numbers.add(order);
            }
        });
        return numbers;
    }

    Map<String, Object> order(String number) {
        return Objects.requireNonNullElse(orders.get(number), new Sent(LocalDate.EPOCH, Map.of()))
                .message();
    }

    /// Forgets the result of an order, as a hotline whose backup is a day old.
    public void forgetResult(String order) {
        got.remove(order);
    }

    /// Has an order in the books that never went out.
    public void remembers(String order, LocalDate day, Map<String, Object> message) {
        sends(order, day, message);
    }
}
