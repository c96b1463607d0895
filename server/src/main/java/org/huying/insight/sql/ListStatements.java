package org.huying.insight.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.matter.Flag;
import org.huying.territory.Level;

/// The statements of the lists: one round trip each, keyset paging, one index per branch. They answer at least one line
/// more than was asked for if there is one, so that the reader knows whether there are more. No cuts, no lines.
public final class ListStatements {

    /// The most lines one call may ask for.
    public static final int MOST = 200;

    /// So many lines are taken away at once.
    public static final int WHOLE = 5_000;

    private static final String ALL = "matter_row";
    private static final String OPEN = "open_row";

    /// Final states are indexed as outcome, the others stand in the small table.
    private static final Set<String> FINAL =
            Set.of("CLOSED", "REJECTED", "MERGED", "VOIDED", "WITHDRAWN");

    private static final List<Level> DECIDING =
            List.of(Level.COUNTY, Level.STREET, Level.COMMUNITY, Level.GRID, Level.MICRO_GRID);

    private ListStatements() {}

    /// Every matter, newest first. What a unit sees includes what it has another part in than the lead.
    public static Statement matters(
            String region, List<Cut> cuts, MatterFilter filter, Place after, int limit) {
        var union = new Union(region, ALL, Order.NEWEST);
        boolean ended = ended(filter);
        var table = filter.state().isEmpty() || ended ? ALL : OPEN;
        for (var cut : filter.within(cuts)) {
            if (filter.flag().isPresent()) {
                narrow(union.flagged(table, filter.flag().get(), cut), filter, ended);
            } else {
                narrow(union.branch(table, cut), filter, ended);
                if (cut.unit().isPresent()) {
                    narrow(union.flagged(table, Flag.INVOLVED, cut), filter, ended);
                }
            }
        }
        return union.statement(after, limit);
    }

    /// Matters with an application that waits for whoever has these places, newest first.
    public static Statement approvals(
            String region, List<Cut> cuts, MatterFilter filter, Place after, int limit) {
        var union = new Union(region, ALL, Order.NEWEST);
        for (var cut : filter.within(cuts)) {
            if (cut.unit().isEmpty()) {
                int has = cut.area().map(it -> it.level().digits()).orElse(0);
                for (var level : DECIDING) {
                    if (level.digits() >= has) {
                        beside(union.flagged(ALL, Flag.decidedAt(level), cut), filter);
                    }
                }
            }
        }
        return union.statement(after, limit);
    }

    /// Open work in `cuts` by due time.
    public static Statement work(
            String region, List<Cut> cuts, MatterFilter filter, Place after, int limit) {
        return assigned(region, cuts, Optional.empty(), filter, after, limit);
    }

    /// What stands in the name of a person.
    ///
    /// @param visible where it is looked for
    public record Own(UUID person, List<Cut> visible) {}

    /// Open work that the units of `cuts` hold or help with, and one's own, by due time.
    public static Statement assigned(
            String region,
            List<Cut> cuts,
            Optional<Own> own,
            MatterFilter filter,
            Place after,
            int limit) {
        var union = new Union(region, OPEN, Order.DUE);
        worked(union, cuts, filter);
        own.ifPresent(mine ->
                filter.within(mine.visible())
                        .forEach(cut ->
                                led(union, cut, filter)
                                        .and("m.person = ?", "person", mine.person())));
        return union.statement(after, limit);
    }

    private static List<Branch> worked(Union union, List<Cut> cuts, MatterFilter filter) {
        var branches = new ArrayList<Branch>();
        for (var cut : filter.within(cuts)) {
            branches.add(led(union, cut, filter));
            if (cut.unit().isPresent()) {
                branches.add(beside(union.flagged(OPEN, Flag.HELPED, cut), filter));
            }
        }
        return branches;
    }

    /// Open work whose stage has turned amber and is not over, what falls due first on top.
    public static Statement amber(
            String region,
            List<Cut> cuts,
            MatterFilter filter,
            Instant now,
            Place after,
            int limit) {
        var union = new Union(region, OPEN, Order.DUE);
        worked(union, cuts, filter)
                .forEach(branch ->
                        branch.and("m.amber <= ?", "now", Values.time(now))
                                .and(branch.keys() + ".due >= ?", "now", Values.time(now)));
        return union.statement(after, limit);
    }

    /// Open work past its time, the longest overdue first.
    public static Statement overdue(
            String region,
            List<Cut> cuts,
            MatterFilter filter,
            Instant now,
            Place after,
            int limit) {
        var union = new Union(region, OPEN, Order.DUE);
        worked(union, cuts, filter)
                .forEach(branch -> branch.and(branch.keys() + ".due < ?", "now", Values.time(now)));
        return union.statement(after, limit);
    }

    /// Matters with this number, or, of five digits, whose number ends in them, newest first.
    public static Statement numbered(
            String region, List<Cut> cuts, String number, Place after, int limit) {
        boolean tail = number.length() == 5;
        var condition = tail ? "right(m.number, 5) = ?" : "m.number = ?";
        var union = new Union(region, ALL, Order.NEWEST);
        cuts.forEach(cut -> union.within(ALL, cut).and(condition, "number", number));
        return union.statement(after, limit);
    }

    /// Matters of the requester with this blind index of a phone, newest first.
    public static Statement phoned(
            String region, List<Cut> cuts, byte[] phone, Place after, int limit) {
        var union = new Union(region, ALL, Order.NEWEST);
        cuts.forEach(cut -> union.within(ALL, cut).and("m.phone = ?", "phone", phone));
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

    /// Open work by due time; where a flag is asked for, its lines lead.
    private static Branch led(Union union, Cut cut, MatterFilter filter) {
        if (filter.flag().isEmpty()) {
            return narrow(union.branch(OPEN, cut), filter, false);
        }
        var branch = narrow(union.flagged(OPEN, filter.flag().get(), cut), filter, false);
        return cut.unit().isPresent() ? branch.and("k.lead") : branch;
    }

    private static boolean ended(MatterFilter filter) {
        return filter.state().filter(FINAL::contains).isPresent();
    }

    /// Narrows a list that some other order leads; there a flag is one more condition.
    private static Branch beside(Branch branch, MatterFilter filter) {
        return narrow(branch, filter, false)
                .andIf(
                        filter.flag().map(Flag::key),
                        "? = ANY (string_to_array(m.flags, ','))",
                        "flag");
    }

    private static Branch narrow(Branch branch, MatterFilter filter, boolean ended) {
        return branch.andIf(filter.state(), ended ? "m.outcome = ?" : "m.state = ?", "state")
                .andIf(filter.item(), "m.item = ?", "item")
                .andIf(filter.channel(), "m.channel = ?", "channel")
                .andIf(filter.from(), "m.reported_at >= ?", "from")
                .andIf(filter.to(), "m.reported_at < ?", "to")
                .andIf(filter.master(), "m.master = ?", "master");
    }
}
