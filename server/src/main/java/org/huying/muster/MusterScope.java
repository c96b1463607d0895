package org.huying.muster;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.muster.Muster.Called;
import org.huying.territory.TerritoryCode;

/// Who may call teams out, see a muster, and answer. A muster is no unit's property: a grant for one counts for nothing.
final class MusterScope {

    static final String READ = "muster:muster:read";
    static final String CALL = "muster:muster:call";
    static final String ANSWER = "muster:muster:answer";

    private MusterScope() {}

    static boolean reaches(Caller caller, String permission, TerritoryCode area) {
        return caller.reach(permission).covers(area, List.of());
    }

    /// The areas in which the caller sees everything.
    static List<String> areas(Caller caller, String region) {
        return caller.reach(READ).areas(region);
    }

    /// Whoever was called answers for himself, who leads a team for its members, and the desk for everybody.
    static boolean answers(Caller caller, Muster muster, Called whom, Optional<Called> himself) {
        return whom.person().equals(caller.account())
                || himself.filter(it -> it.lead() && it.team().equals(whom.team())).isPresent()
                || reaches(caller, CALL, muster.area());
    }
}
