package org.huying.task;

import java.util.List;
import org.huying.access.Caller;
import org.huying.org.Seats;
import org.huying.territory.TerritoryCode;

/// Gives teams a task together with something else that is asked of them, and ends what is left of it.
public interface TeamTasks {

    /// What is given.
    ///
    /// @param kind one of the kinds that the place lists for teams
    /// @param origin what it is given with; nothing is given twice to a team for the same
    record Errand(String kind, String origin, String words) {}

    /// Answers how many were given. Throws `Problem.INVALID` when the place does not list the kind.
    int give(TerritoryCode place, Errand errand, List<Seats.Seat> teams, Caller by);

    /// Ends what was given for this and is still asked for.
    void end(String region, String origin, String why, Caller by);
}
