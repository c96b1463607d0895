package org.huying.notice;

import java.util.List;
import java.util.Map;

/// The rule "who is told what at each step of a whistle". Pure.
final class WhistleNoticeRules {

    /// Who is meant, to be found in the whistle itself.
    enum Whom {
        /// The unit that whistled, and the desk of its place.
        CALLER,
        /// All units that were called.
        UNITS,
        /// The unit that the step is about.
        UNIT,
        /// The unit above the one that did not come.
        ABOVE,
        /// The desk that decides objections.
        ARBITER
    }

    /// Tell `whom` the words of `template`.
    record Tell(Whom whom, String template) {}

    private static final Map<String, List<Tell>> BY_ACT =
            Map.ofEntries(
                    Map.entry("blow", List.of(new Tell(Whom.UNITS, "whistle-called"))),
                    Map.entry("check-in", List.of(new Tell(Whom.CALLER, "whistle-arrived"))),
                    Map.entry("object", List.of(new Tell(Whom.ARBITER, "whistle-objected"))),
                    Map.entry(
                            "arbitrate",
                            List.of(
                                    new Tell(Whom.UNITS, "whistle-arbitrated"),
                                    new Tell(Whom.CALLER, "whistle-arbitrated"))),
                    Map.entry("record", List.of(new Tell(Whom.UNITS, "whistle-sign"))),
                    Map.entry("submit", List.of(new Tell(Whom.CALLER, "whistle-result"))),
                    Map.entry("release", List.of(new Tell(Whom.UNITS, "whistle-released"))),
                    Map.entry("withdraw", List.of(new Tell(Whom.UNITS, "whistle-withdrawn"))),
                    Map.entry("evaluate", List.of(new Tell(Whom.UNITS, "whistle-evaluated"))),
                    Map.entry("recount", List.of(new Tell(Whom.UNIT, "whistle-recount"))),
                    Map.entry(
                            "miss",
                            List.of(
                                    new Tell(Whom.UNIT, "whistle-missed"),
                                    new Tell(Whom.ABOVE, "whistle-missed"),
                                    new Tell(Whom.CALLER, "whistle-missed"))));

    /// Every template there is; each has words in every language.
    static final List<String> TEMPLATES =
            BY_ACT.values().stream()
                    .flatMap(List::stream)
                    .map(Tell::template)
                    .distinct()
                    .sorted()
                    .toList();

    private WhistleNoticeRules() {}

    /// Whom to tell of `act`, which may be nobody.
    static List<Tell> tell(String act) {
        return BY_ACT.getOrDefault(act, List.of());
    }
}
