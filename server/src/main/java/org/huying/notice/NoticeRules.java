package org.huying.notice;

import static org.huying.notice.NoticeRules.Whom.DECIDER;
import static org.huying.notice.NoticeRules.Whom.REQUESTER;
import static org.huying.notice.NoticeRules.Whom.UNIT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.matter.Did;
import org.huying.playbook.PleaKind;

/// The rule "who is told what at each step": by the state a matter has come to, and by what was done besides. Pure.
final class NoticeRules {

    /// Who is meant, to be found in the matter itself or in what was done.
    enum Whom {
        /// Who asked, if known.
        REQUESTER,
        /// The organisation that has it in hand; any of its members reads it.
        UNIT,
        /// The organisations that help.
        HELPERS,
        /// Those the step itself names: who is asked to help, who is mentioned, who applied.
        NAMED,
        /// The desk of the community it lies in, or of the place above while the community is unknown.
        DESK,
        /// The desk of the level that decides what was applied for.
        DECIDER
    }

    /// Tell `whom` the words of `template`.
    record Tell(Whom whom, String template) {}

    private static final Map<String, List<Tell>> BY_STATE =
            rules(
                    """
                    REPORTED   DESK:desk-new
                    ACCEPTED   REQUESTER:accepted
                    REJECTED   REQUESTER:rejected
                    DISPATCHED UNIT:unit-dispatched REQUESTER:assigned
                    HANDLED    DESK:desk-handled
                    RETURNED   DESK:desk-returned
                    VERIFYING  REQUESTER:rate
                    REWORK     UNIT:unit-rework
                    CLOSED     REQUESTER:closed
                    VOIDED     REQUESTER:voided
                    """);

    /// By act, and by act and word where a step comes in kinds.
    private static final Map<String, List<Tell>> BY_ACT =
            rules(
                    """
                    remind:AMBER  UNIT:unit-amber
                    remind:RED    UNIT:unit-red DESK:desk-red
                    recount       UNIT:unit-recount
                    recount-reply UNIT:reply-recount DESK:reply-recount
                    recount-helper NAMED:helper-recount
                    escalate      UNIT:unit-escalated REQUESTER:escalated
                    arbitrate     UNIT:unit-arbitrated REQUESTER:assigned
                    emergency     UNIT:unit-emergency REQUESTER:assigned
                    instruct      UNIT:unit-instructed DESK:desk-instructed
                    supervise     UNIT:unit-supervised HELPERS:unit-supervised
                    lift          UNIT:unit-lifted
                    grant         NAMED:plea-granted
                    deny          NAMED:plea-denied
                    ask           REQUESTER:asked
                    prompt:ANSWER      REQUESTER:asked-still
                    prompt:REPLY-AMBER UNIT:reply-amber DESK:reply-amber
                    prompt:REPLY-RED   UNIT:reply-red DESK:reply-red
                    prompt:HELP        NAMED:helper-red UNIT:unit-helper-red
                    prompt:SUPERVISION-AMBER UNIT:unit-supervision-amber NAMED:supervision-amber
                    prompt:SUPERVISION-RED   UNIT:unit-supervision-red NAMED:supervision-red
                    reply         REQUESTER:replied
                    reply:PASSED
                    answer        UNIT:unit-answered
                    resume        UNIT:unit-resumed
                    comment       NAMED:mentioned
                    engage        NAMED:helper-engaged
                    release       NAMED:helper-released
                    join          UNIT:unit-helper-joined
                    contribute    UNIT:unit-helper-contributed
                    decline       UNIT:unit-helper-declined
                    consult       NAMED:consulted
                    opine         UNIT:unit-opinion
                    merge         REQUESTER:merged
                    unmerge       REQUESTER:unmerged DESK:desk-unmerged
                    absorb        UNIT:unit-absorbed
                    reopen        UNIT:unit-reopened DESK:desk-reopened REQUESTER:redo-asked
                    withdraw      UNIT:unit-withdrawn
                    close:REVISIT DESK:desk-revisit
                    rate:REVISIT  DESK:desk-revisit
                    """);

    /// Acts whose own words say all of it; where they led is not said once more.
    private static final Set<String> ALL_SAID =
            Set.of("escalate", "arbitrate", "emergency", "reopen", "unmerge", "withdraw");

    /// The requester himself said that it is not solved.
    private static final List<Tell> NOT_SOLVED =
            List.of(new Tell(UNIT, "unit-rework"), new Tell(REQUESTER, "redo-asked"));

    /// Closed by a decision, without check or rating.
    private static final List<Tell> FORCED = List.of(new Tell(REQUESTER, "ended"));

    /// Every template there is; each has words in every language.
    static final List<String> TEMPLATES =
            Stream.of(
                            BY_STATE.values().stream(),
                            BY_ACT.values().stream(),
                            Stream.of(NOT_SOLVED, FORCED),
                            Arrays.stream(PleaKind.values())
                                    .map(kind -> List.of(applied(kind.name()))))
                    .flatMap(all -> all)
                    .flatMap(List::stream)
                    .map(Tell::template)
                    .distinct()
                    .sorted()
                    .toList();

    /// Those that may go by text message.
    static final Set<String> TEXTED =
            Set.of("accepted", "asked", "rate", "closed", "merged", "rejected", "ended", "voided");

    /// Those that only ever go to whoever asked.
    static final Set<String> TO_REQUESTERS =
            Stream.of(
                            BY_STATE.values().stream(),
                            BY_ACT.values().stream(),
                            Stream.of(NOT_SOLVED, FORCED))
                    .flatMap(all -> all)
                    .flatMap(List::stream)
                    .filter(tell -> tell.whom() == REQUESTER)
                    .map(Tell::template)
                    .collect(Collectors.toUnmodifiableSet());

    private NoticeRules() {}

    /// Whom to tell that `act` took a matter from one state to another; nobody when it stayed where it was, unless it
    /// was given to another unit. `from` is empty for a new matter.
    static List<Tell> tell(String from, String to, String act) {
        if (ALL_SAID.contains(act) || (from.equals(to) && !act.equals("dispatch"))) {
            return List.of();
        }
        if (act.equals("grant") && to.equals("CLOSED")) {
            return FORCED;
        }
        return from.equals("VERIFYING") && to.equals("REWORK")
                ? NOT_SOLVED
                : BY_STATE.getOrDefault(to, List.of());
    }

    /// Whom to tell that something was done, wherever it led.
    static List<Tell> tell(Did did) {
        if (did.act().equals("apply") || did.act().equals("forward")) {
            return List.of(applied(did.word().split("/", 2)[0]));
        }
        if (did.act().equals("recount") && did.word().isEmpty()) {
            return List.of();
        }
        return BY_ACT.getOrDefault(
                did.act() + ":" + did.word(), BY_ACT.getOrDefault(did.act(), List.of()));
    }

    /// What whoever asked is told by text message, if they agreed to it: few, and only what they have to know or to do, and
    /// every end there is. What is taken in and given on in one step is taken in.
    static Optional<Tell> text(String from, Tell tell) {
        boolean first = from.isEmpty() || from.equals("REPORTED");
        var template = tell.template().equals("assigned") && first ? "accepted" : tell.template();
        return tell.whom() == REQUESTER && TEXTED.contains(template)
                ? Optional.of(new Tell(REQUESTER, template))
                : Optional.empty();
    }

    private static Tell applied(String kind) {
        return new Tell(DECIDER, "desk-applied-" + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Map<String, List<Tell>> rules(String table) {
        var rules = new HashMap<String, List<Tell>>();
        for (var line : table.lines().toList()) {
            var words = line.strip().split("\\s+", -1);
            var tells = new ArrayList<Tell>();
            for (int i = 1; i < words.length; i++) {
                var parts = words[i].split(":", 2);
                tells.add(new Tell(Whom.valueOf(parts[0]), parts[1]));
            }
            rules.put(words[0], List.copyOf(tells));
        }
        return Map.copyOf(rules);
    }
}
