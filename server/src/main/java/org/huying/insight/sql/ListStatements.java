package org.huying.insight.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The statements of the lists: one round trip each, keyset paging, one index per branch. They answer at least one line
/// more than was asked for if there is one, so that the reader knows whether there are more. No cuts, no lines.
public final class ListStatements {

    /// The most lines one call may ask for.
    public static final int MOST = 200;

    private static final String ALL = "matter_row";
    private static final String OPEN = "open_row";

    /// Final states are indexed as outcome, the others stand in the small table.
    private static final Set<String> FINAL = Set.of("CLOSED", "REJECTED");

    private ListStatements() {}

    /// Every matter, newest first.
    public static Statement matters(
            String region, List<Cut> cuts, MatterFilter filter, Place after, int limit) {
        var union = new Union(region, ALL, Order.NEWEST);
        var area = new Cut(filter.area(), Optional.empty());
        for (var cut : area.and(cuts)) {
            if (filter.state().isEmpty()) {
                narrow(union.branch(ALL, cut), filter);
            } else if (FINAL.contains(filter.state().get())) {
                narrow(union.branch(ALL, cut), filter)
                        .andIf(filter.state(), "m.outcome = ?", "state");
            } else {
                narrow(union.branch(OPEN, cut), filter)
                        .andIf(filter.state(), "m.state = ?", "state");
            }
        }
        return union.statement(after, limit);
    }

    /// Open work in `cuts` by due time.
    public static Statement work(String region, List<Cut> cuts, Place after, int limit) {
        return assigned(region, cuts, Optional.empty(), List.of(), after, limit);
    }

    /// Open work that the units of `cuts` hold, and what stands in the name of `person` within `visible`, by due time.
    public static Statement assigned(
            String region,
            List<Cut> cuts,
            Optional<UUID> person,
            List<Cut> visible,
            Place after,
            int limit) {
        var union = new Union(region, OPEN, Order.DUE);
        cuts.forEach(cut -> union.branch(OPEN, cut));
        person.ifPresent(who ->
                visible.forEach(cut -> union.branch(OPEN, cut).and("m.person = ?", "person", who)));
        return union.statement(after, limit);
    }

    /// Open work past its time, the longest overdue first.
    public static Statement overdue(
            String region, List<Cut> cuts, Instant now, Place after, int limit) {
        var union = new Union(region, OPEN, Order.DUE);
        cuts.forEach(cut -> union.branch(OPEN, cut).and("m.due < ?", "now", Values.time(now)));
        return union.statement(after, limit);
    }

    /// Matters with this number, or, of five digits, whose number ends in them, newest first.
    public static Statement numbered(
            String region, List<Cut> cuts, String number, Place after, int limit) {
        boolean tail = number.length() == 5;
        var condition = tail ? "right(m.number, 5) = ?" : "m.number = ?";
        var union = new Union(region, ALL, Order.NEWEST);
        cuts.forEach(cut -> union.branch(ALL, cut).and(condition, "number", number));
        return union.statement(after, limit);
    }

    /// Matters of the requester with this blind index of a phone, newest first.
    public static Statement phoned(
            String region, List<Cut> cuts, byte[] phone, Place after, int limit) {
        var union = new Union(region, ALL, Order.NEWEST);
        cuts.forEach(cut -> union.branch(ALL, cut).and("m.phone = ?", "phone", phone));
        return union.statement(after, limit);
    }

    /// Matters whose title and text hold every one of `terms`, newest first.
    public static Statement search(
            String region, List<Cut> cuts, Terms terms, Place after, int limit) {
        return SearchStatement.of(region, cuts, terms, after, limit);
    }

    /// Open matters inside a box, in no order.
    public static Statement box(String region, List<Cut> cuts, Box box, int limit) {
        return BoxStatement.of(region, cuts, box, limit);
    }

    private static Branch narrow(Branch branch, MatterFilter filter) {
        return branch.andIf(filter.item(), "m.item = ?", "item")
                .andIf(filter.channel(), "m.channel = ?", "channel")
                .andIf(filter.from(), "m.reported_at >= ?", "from")
                .andIf(filter.to(), "m.reported_at < ?", "to");
    }
}
