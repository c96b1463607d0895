package org.huying.live;

import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Reach;
import org.huying.notice.Inboxes;

/// What one caller may hear of: exactly what lists, whistles and inbox would show. Pure.
record Hearing(Caller caller, Reach matters, Reach whistles, Set<UUID> inboxes) {

    private static final String MATTERS = "insight:list:read";
    private static final String WHISTLES = "whistle:whistle:read";
    private static final String NOTICES = "notice:inbox:read";

    static Hearing of(Caller caller) {
        return new Hearing(
                caller,
                caller.reach(MATTERS),
                caller.reach(WHISTLES),
                caller.may(NOTICES) ? Inboxes.of(caller) : Set.of());
    }

    boolean hears(Audience audience) {
        return switch (audience) {
            case Audience.OfMatter(var area, var units, var requester) ->
                    matters.covers(area, units)
                            || (caller.kind() == Caller.Kind.RESIDENT
                                    && requester.filter(caller.account()::equals).isPresent());
            case Audience.OfWhistle(var area, var units) -> whistles.covers(area, units);
            case Audience.OfInboxes(var told) -> told.stream().anyMatch(inboxes::contains);
        };
    }
}
