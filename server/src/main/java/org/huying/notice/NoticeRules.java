package org.huying.notice;

import static org.huying.notice.NoticeRules.Whom.DESK;
import static org.huying.notice.NoticeRules.Whom.REQUESTER;
import static org.huying.notice.NoticeRules.Whom.UNIT;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rule "who is told what at each step": by the state a matter has come to. Pure.
final class NoticeRules {

    /// Who is meant, to be found in the matter itself.
    enum Whom {
        /// Who asked, if known.
        REQUESTER,
        /// The organisation that has it in hand; any of its members reads it.
        UNIT,
        /// The desk of the community it lies in, or of the place above while the community is unknown.
        DESK
    }

    /// Tell `whom` the words of `template`.
    record Tell(Whom whom, String template) {}

    private static final Map<String, List<Tell>> BY_STATE =
            Map.of(
                    "REPORTED", List.of(new Tell(DESK, "desk-new")),
                    "ACCEPTED", List.of(new Tell(REQUESTER, "accepted")),
                    "REJECTED", List.of(new Tell(REQUESTER, "rejected")),
                    "DISPATCHED",
                            List.of(
                                    new Tell(UNIT, "unit-dispatched"),
                                    new Tell(REQUESTER, "assigned")),
                    "HANDLED", List.of(new Tell(DESK, "desk-handled")),
                    "RETURNED", List.of(new Tell(DESK, "desk-returned")),
                    "VERIFYING", List.of(new Tell(REQUESTER, "rate")),
                    "REWORK", List.of(new Tell(UNIT, "unit-rework")),
                    "CLOSED", List.of(new Tell(REQUESTER, "closed")));

    /// The requester himself said that it is not solved.
    private static final List<Tell> NOT_SOLVED =
            List.of(new Tell(UNIT, "unit-rework"), new Tell(REQUESTER, "redo-asked"));

    /// Every template there is; each has words in every language.
    static final List<String> TEMPLATES =
            Stream.concat(BY_STATE.values().stream(), Stream.of(NOT_SOLVED))
                    .flatMap(List::stream)
                    .map(Tell::template)
                    .distinct()
                    .sorted()
                    .toList();

    private NoticeRules() {}

    /// Whom to tell that `act` took a matter from one state to another; nobody when it stayed where it was, unless it
    /// was given to another unit. `from` is empty for a new matter.
    static List<Tell> tell(String from, String to, String act) {
        if (from.equals(to) && !act.equals("dispatch")) {
            return List.of();
        }
        return from.equals("VERIFYING") && to.equals("REWORK")
                ? NOT_SOLVED
                : BY_STATE.getOrDefault(to, List.of());
    }
}
