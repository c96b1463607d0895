package org.huying.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.calendar.TimeLimit;

/// How this place runs the loop beyond its main line: the ladder, the clocks, what may be applied for, how results are
/// checked and asked about. It tunes; which step may follow which is fixed in `matter`.
///
/// @param ladder level words from below to above (`micro`, `grid`, `community` …); the last may be `department`
/// @param phases what this place calls the phases of its loop, in order; may be empty
/// @param escalations what moves up by itself; the first rule that holds wins
/// @param pleas what may be applied for; a kind that is missing may not
/// @param replyWithin until when, from the report, whoever asked must have had a reply (件件有回声); empty for no limit
/// @param modes peace and surge modes of an area by key
public record LoopRules(
        List<String> ladder,
        Map<String, Text> phases,
        List<EscalationRule> escalations,
        SpotRules spot,
        ReturnRules returns,
        AskRules ask,
        ClockRules clocks,
        Map<PleaKind, PleaRule> pleas,
        AfterRules after,
        Optional<TimeLimit> replyWithin,
        Map<String, ModeRules> modes) {

    /// What stands on the ladder for the professional departments, above every level.
    public static final String DEPARTMENT = "department";

    /// What holds where a playbook says nothing.
    public static final LoopRules PLAIN =
            new LoopRules(
                    List.of("micro", "grid", "community", "street", "county", DEPARTMENT),
                    Map.of(),
                    List.of(),
                    new SpotRules(true, true),
                    new ReturnRules(Optional.empty(), 2, "county"),
                    new AskRules(TimeLimit.parse("3 work-days"), 2),
                    new ClockRules(0.7, Optional.empty(), 0, false),
                    Map.of(),
                    AfterRules.PLAIN,
                    Optional.empty(),
                    Map.of());

    /// Escalation by the clock. `when` sees `clock.<stage>` as `green`, `amber` or `red`.
    ///
    /// @param to `up` (one rung), a level word, or `department`
    /// @param source where in the playbook it stands, as `file:line`
    public record EscalationRule(String name, Condition when, String to, String source) {}

    /// Handling on the spot (随手处置).
    ///
    /// @param closes what nobody asked for is closed at once
    public record SpotRules(boolean allowed, boolean closes) {}

    /// Return of a wrong dispatch.
    ///
    /// @param within the window, from the dispatch; empty for no limit
    /// @param most how often one matter may be returned; then only arbitration is left
    /// @param arbiter the level word whose desk decides in the end
    public record ReturnRules(Optional<TimeLimit> within, int most, String arbiter) {}

    /// Asking the requester, while the clock stands.
    ///
    /// @param longest how long one question may hold the clock; then it runs again by itself
    /// @param most how often one matter may be held so
    public record AskRules(TimeLimit longest, int most) {}

    /// Marks and reminders.
    ///
    /// @param amber the share of a limit, 0 to 1, after which the light turns amber and a reminder is sent
    /// @param remindAfter how often it is reminded again after the limit
    /// @param reminders at most so many after the limit, 0 to 10
    /// @param supervise an overdue matter is put under supervision (超时督办) by itself
    public record ClockRules(
            double amber, Optional<TimeLimit> remindAfter, int reminders, boolean supervise) {}

    /// What one may apply for, and others decide.
    ///
    /// @param most how often for one matter
    /// @param longest the longest time that may be granted, where the kind grants time
    /// @param reasons the reasons to choose from; any words when empty
    /// @param stages whose desks decide, one after the other; one at least, nobody decides in two of them
    /// @param within until when after closing it may be applied for; empty for no limit
    public record PleaRule(
            int most,
            Optional<TimeLimit> longest,
            Map<String, Text> reasons,
            List<String> evidence,
            List<PleaStage> stages,
            Optional<TimeLimit> within) {}

    /// One stage of deciding (预审、复核、审定).
    ///
    /// @param decider the level word whose desk decides
    /// @param post the post that decides, where the place names one
    /// @param limit how long it may take; empty for no limit
    /// @param may what it may say
    public record PleaStage(
            Text name,
            String decider,
            Optional<String> post,
            Optional<TimeLimit> limit,
            Set<Verdict> may) {

        /// The only stage there is: it says yes or no.
        public static PleaStage only(String decider) {
            return new PleaStage(
                    new Text("审批", "Decision"),
                    decider,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(Verdict.GRANT, Verdict.DENY));
        }
    }

    /// What a stage may say of an application. The keys are those of the acts.
    public enum Verdict {
        /// Passed on to the next stage.
        FORWARD,
        GRANT,
        DENY
    }

    /// What follows handling: check, question, revisit.
    ///
    /// @param verifier the post that checks on site, where the place names one
    /// @param otherThanHandler whoever handled it may not check it
    /// @param invitesRating the check must invite the resident's rating; nothing closes without that invitation
    /// @param ask ways of asking, of `link`, `code`, `visit`, `phone`
    /// @param spacing the least time between two attempts to reach somebody
    /// @param reopenWithin how long after closing it may be reopened; empty for never
    /// @param revisit which closed matters are asked about once more
    public record AfterRules(
            Optional<String> verifier,
            boolean otherThanHandler,
            boolean invitesRating,
            Set<String> ask,
            Optional<TimeLimit> spacing,
            Optional<TimeLimit> reopenWithin,
            RevisitRules revisit) {

        public static final AfterRules PLAIN =
                new AfterRules(
                        Optional.empty(),
                        true,
                        false,
                        Set.of("link", "code", "visit", "phone"),
                        Optional.empty(),
                        Optional.empty(),
                        new RevisitRules(0, Optional.empty(), false, Set.of()));
    }

    /// Revisits by sample (支部回访).
    ///
    /// @param sample the share of closed matters, 0 to 1
    /// @param by the post that revisits
    /// @param anonymous matters that nobody put a name to are revisited by the platform
    /// @param ask what must be asked of whoever is reached, besides whether it is solved
    public record RevisitRules(
            double sample, Optional<String> by, boolean anonymous, Set<RevisitQuestion> ask) {}

    /// The three questions of a revisit are: contacted, solved, satisfied. Solved is always asked.
    public enum RevisitQuestion {
        /// Whether the handler had contacted him.
        CONTACTED,
        /// How satisfied he is, by the answers of the rating.
        SATISFIED
    }

    /// One mode of an area (平战结合).
    ///
    /// @param limits stages that run under another limit while the mode holds
    /// @param items items that the forms offer first, by key
    /// @param tasks what is done in this mode, by key
    /// @param fields what reports must carry while it holds, by key
    public record ModeRules(
            Text name,
            Map<Stage, TimeLimit> limits,
            List<String> items,
            Map<String, TaskKind> tasks,
            List<String> fields) {}
}
