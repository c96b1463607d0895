package org.huying.insight.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.sql.ListStatements.Own;
import org.huying.insight.sql.MatterFilter;
import org.huying.insight.sql.Place;
import org.huying.insight.sql.Statement;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// The lists of matters by their names, each within what a caller may see.
@Component
class Queues {

    /// A list of matters and its order.
    enum Queue {
        /// Everything, newest first.
        MATTERS(Cursor.NEWEST),
        /// What my units have in hand and what stands in my name.
        MINE(Cursor.DUE),
        /// What lies in my places, whoever has it.
        PLACES(Cursor.DUE),
        /// What one unit has in hand.
        TEAM(Cursor.DUE),
        OVERDUE(Cursor.DUE),
        /// Still in time, but not for long.
        AMBER(Cursor.DUE),
        /// With an application that waits for the caller's level to decide.
        APPROVALS(Cursor.NEWEST);

        private final Cursor cursor;

        Queue(Cursor cursor) {
            this.cursor = cursor;
        }

        Cursor cursor() {
            return cursor;
        }
    }

    /// @param unit whose work, for [Queue#TEAM]
    record Asked(Queue queue, String region, MatterFilter filter, Optional<UUID> unit) {}

    private final Clock clock;

    Queues(Clock clock) {
        this.clock = clock;
    }

    /// Throws `Problem.NOT_FOUND` where the caller sees nothing.
    Statement statement(Asked asked, Caller caller, Place after, int limit) {
        var region = asked.region();
        var filter = asked.filter();
        var permission = asked.queue() == Queue.APPROVALS ? Visible.DECIDE : Visible.LISTS;
        var cuts = Visible.cuts(caller, permission, region);
        return switch (asked.queue()) {
            case MATTERS -> ListStatements.matters(region, cuts, filter, after, limit);
            case MINE -> mine(asked, caller, cuts, after, limit);
            case PLACES -> ListStatements.work(region, whole(cuts), filter, after, limit);
            case TEAM ->
                    ListStatements.work(region, team(asked.unit(), cuts), filter, after, limit);
            case OVERDUE ->
                    ListStatements.overdue(region, cuts, filter, clock.instant(), after, limit);
            case AMBER -> ListStatements.amber(region, cuts, filter, clock.instant(), after, limit);
            case APPROVALS -> ListStatements.approvals(region, cuts, filter, after, limit);
        };
    }

    private static Statement mine(
            Asked asked, Caller caller, List<Cut> cuts, Place after, int limit) {
        var held = cuts.stream().filter(cut -> cut.unit().isPresent()).toList();
        return ListStatements.assigned(
                asked.region(),
                held,
                Optional.of(new Own(caller.account(), whole(cuts))),
                asked.filter(),
                after,
                limit);
    }

    private static List<Cut> team(Optional<UUID> unit, List<Cut> cuts) {
        var own =
                unit.map(it -> new Cut(Optional.empty(), Optional.of(it)).and(cuts))
                        .orElse(List.of());
        if (own.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        return own;
    }

    private static List<Cut> whole(List<Cut> cuts) {
        return cuts.stream().filter(cut -> cut.unit().isEmpty()).toList();
    }
}
