package org.huying.matter.loop;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.matter.Act;
import org.huying.matter.StateName;

/// The closed loop as one table: which act may be taken in which state, by whom, where it leads, what the clock does,
/// and what may stand in its way. [Lifecycle] decides by it; docs/loop.md is made of it; tests hold both against it.
public final class Transitions {

    /// Sets of states by name. A state's own name stands for itself.
    private static final String SETS =
            """
            NEW      = REPORTED ACCEPTED
            WORK     = DISPATCHED IN_PROGRESS REWORK
            ACTIVE   = ACCEPTED DISPATCHED RETURNED IN_PROGRESS REWORK
            BEFORE   = REPORTED ACTIVE
            OPEN     = BEFORE HANDLED VERIFYING RATED
            PLEADING = OPEN CLOSED REJECTED
            ALL      = PLEADING MERGED VOIDED WITHDRAWN
            """;

    /// act | who | from | to (nothing: the state stays; STAY: it may) | clock | refused because
    private static final String ROWS =
            """
            ACCEPT      | STAFF     | REPORTED                               | ACCEPTED                     | STAGE   |
            REJECT      | STAFF     | NEW RETURNED                           | REJECTED                     | STAGE   | REASON_UNKNOWN OTHERS_MERGED
            CLASSIFY    | STAFF     | BEFORE HANDLED                         |                              | ON      |
            LOCATE      | STAFF     | NEW RETURNED                           |                              | ON      |
            FILL        | STAFF     | OPEN                                   |                              | ON      |
            DISPATCH    | STAFF     | ACCEPTED RETURNED DISPATCHED REWORK    | DISPATCHED                   | STAGE   | ITEM_MISSING ON_HOLD
            ACKNOWLEDGE | STAFF     | DISPATCHED REWORK                      | IN_PROGRESS                  | STAGE   | ON_HOLD
            RETURN      | STAFF     | DISPATCHED IN_PROGRESS                 | RETURNED                     | STAGE   | WORDS_MISSING FIXED RETURNED_TOO_OFTEN RETURN_TOO_LATE ON_HOLD
            ARBITRATE   | STAFF     | RETURNED DISPATCHED                    | DISPATCHED                   | STAGE   | ITEM_MISSING WORDS_MISSING ON_HOLD
            ESCALATE    | STAFF     | WORK RETURNED                          | DISPATCHED                   | STAGE   | WORDS_MISSING ON_HOLD NOT_HIGHER
            EMERGENCY   | STAFF     | NEW RETURNED DISPATCHED                | IN_PROGRESS                  | STAGE   | WORDS_MISSING ON_HOLD
            DOCUMENT    | STAFF     | IN_PROGRESS HANDLED VERIFYING REWORK RATED |                          | ON      | WORDS_MISSING NOT_OWED
            SPOT        | STAFF     | NEW                                    | HANDLED CLOSED               | STAGE   | SPOT_NOT_ALLOWED ITEM_MISSING OUTCOME_MISSING EVIDENCE_MISSING ON_HOLD CHILDREN_OPEN
            HANDLE      | STAFF     | IN_PROGRESS                            | HANDLED                      | STAGE   | OUTCOME_MISSING EVIDENCE_MISSING ON_HOLD ASSIST_OPEN CHILDREN_OPEN
            VERIFY      | STAFF     | HANDLED                                | VERIFYING REWORK             | STAGE   | SAME_PERSON WORDS_MISSING EVIDENCE_MISSING ITEM_MISSING
            INVITE      | STAFF     | VERIFYING                              |                              | ON      | REASON_UNKNOWN
            RATE        | REQUESTER | VERIFYING MERGED                       | STAY RATED REWORK ACCEPTED   | STAGE   | ANSWER_UNKNOWN SAME_PERSON MASTER_OPEN RATED_BEFORE
            UNREACHED   | STAFF     | VERIFYING                              |                              | ON      | TOO_SOON SAME_PERSON
            CLOSE       | STAFF     | VERIFYING RATED                        | CLOSED                       | STAGE   | RATING_MISSING NOT_INVITED OWED
            REOPEN      | REQUESTER | CLOSED                                 | REWORK                       | STAGE   | WORDS_MISSING REOPEN_TOO_LATE
            REVISIT     | STAFF     | CLOSED MERGED                          | STAY REWORK ACCEPTED         | STAGE   | NOT_OWED SAME_PERSON WORDS_MISSING TOO_SOON QUESTION_OPEN ANSWER_UNKNOWN ANSWERS_DIFFER
            ENGAGE      | STAFF     | WORK                                   |                              | ON      | ASSIST_TWICE WORDS_MISSING DATE_IN_PAST TOO_MANY
            JOIN        | HELPER    | WORK                                   |                              | ON      | NO_SUCH_ASSIST
            CONTRIBUTE  | HELPER    | WORK                                   |                              | ON      | NO_SUCH_ASSIST OUTCOME_MISSING
            DECLINE     | HELPER    | WORK                                   |                              | ON      | NO_SUCH_ASSIST WORDS_MISSING
            RELEASE     | STAFF     | WORK                                   |                              | ON      | NO_SUCH_ASSIST
            CONSULT     | STAFF     | ACTIVE                                 |                              | ON      | WORDS_MISSING TOO_MANY
            OPINE       | HELPER    | ACTIVE                                 |                              | ON      | CONSULT_MISSING WORDS_MISSING TOO_MANY
            CONCLUDE    | STAFF     | ACTIVE                                 |                              | ON      | CONSULT_MISSING WORDS_MISSING
            COMMENT     | HELPER    | ALL                                    |                              | ON      | WORDS_MISSING
            SPLIT       | STAFF     | WORK ACCEPTED                          |                              | ON      | TOO_MANY
            ASK         | STAFF     | WORK ACCEPTED                          |                              | PAUSE   | ON_HOLD WORDS_MISSING DATE_IN_PAST ASK_TOO_LONG ASKED_TOO_OFTEN
            ANSWER      | REQUESTER | WORK ACCEPTED                          |                              | RUN     | NOT_ON_HOLD WORDS_MISSING
            REPLY       | STAFF     | OPEN MERGED                            |                              | ON      | WORDS_MISSING
            RESUME      | STAFF     | WORK ACCEPTED                          |                              | RUN     | NOT_ON_HOLD
            APPLY       | REQUESTER | PLEADING                               |                              | ON      | PLEA_UNKNOWN PLEA_OPEN PLEA_TOO_OFTEN PLEA_TOO_LONG PLEA_TOO_LATE REASON_UNKNOWN WORDS_MISSING EVIDENCE_MISSING
            FORWARD     | STAFF     | ALL                                    |                              | ON      | PLEA_MISSING SAME_PERSON NOT_AT_STAGE PLEA_TOO_LATE PLEA_STAGE_OVER
            GRANT       | STAFF     | ALL                                    | STAY VOIDED ACCEPTED CLOSED  | BY_PLEA | PLEA_MISSING SAME_PERSON NOT_AT_STAGE PLEA_TOO_LATE PLEA_STAGE_OVER ON_HOLD OTHERS_MERGED WORDS_MISSING OWED CHILDREN_OPEN
            DENY        | STAFF     | ALL                                    |                              | ON      | PLEA_MISSING SAME_PERSON NOT_AT_STAGE WORDS_MISSING
            RETRACT     | REQUESTER | ALL                                    |                              | ON      | PLEA_MISSING NOT_APPLICANT
            INSTRUCT    | STAFF     | OPEN                                   |                              | ON      | WORDS_MISSING
            SUPERVISE   | STAFF     | OPEN                                   |                              | ON      | WORDS_MISSING DATE_IN_PAST
            LIFT        | STAFF     | OPEN                                   |                              | ON      | NOT_SUPERVISED
            MARK        | STAFF     | OPEN                                   |                              | ON      |
            MERGE       | STAFF     | NEW RETURNED DISPATCHED IN_PROGRESS    | MERGED                       | STAGE   | MASTER_UNFIT CHILDREN_OPEN
            UNMERGE     | STAFF     | MERGED                                 | ACCEPTED                     | STAGE   |
            ABSORB      | STAFF     | BEFORE HANDLED                         |                              | ON      |
            WITHDRAW    | REQUESTER | BEFORE                                 | WITHDRAWN                    | STAGE   | WORDS_MISSING CHILDREN_OPEN OTHERS_MERGED
            REMIND      | SYSTEM    | OPEN                                   |                              | MARK    | ON_HOLD
            PROMPT      | SYSTEM    | BEFORE HANDLED MERGED                  |                              | MARK    | NOT_ON_HOLD NOT_OWED NOT_SUPERVISED
            RECOUNT     | SYSTEM    | OPEN MERGED                            |                              | ANEW    |
            """;

    /// Who may take an act. Staff always need the act's permission, within reach of the matter.
    public enum Who {
        /// Staff.
        STAFF,
        /// Staff, or whoever asked, for his own.
        REQUESTER,
        /// Staff; also of a unit that helps.
        HELPER,
        /// Huying itself: rules and clocks.
        SYSTEM
    }

    /// What a step does to the clock.
    public enum Clock {
        /// Runs on.
        ON,
        /// A stage ends and the next begins, where the state begins one.
        STAGE,
        /// Stands.
        PAUSE,
        /// Runs again.
        RUN,
        /// Moved, held or ended by what was applied for.
        BY_PLEA,
        /// A mark is passed.
        MARK,
        /// All dates are counted anew.
        ANEW
    }

    /// One row of the table.
    ///
    /// @param to where it may lead
    /// @param stays whether the state may stay as it is
    /// @param refusals what may stand in the way besides the wrong state
    public record Transition(
            Act act,
            Who who,
            Set<StateName> from,
            Set<StateName> to,
            boolean stays,
            Clock clock,
            Set<Refusal> refusals) {

        /// Whether a step of this row may end in `next` when it begins in `at`.
        public boolean leads(StateName at, StateName next) {
            return from.contains(at) && (to.contains(next) || (stays && at == next));
        }
    }

    private static final String STAY = "STAY";
    private static final Map<String, Set<StateName>> STATES = states();

    /// The table, in the order of the loop.
    public static final List<Transition> TABLE = ROWS.lines().map(Transitions::row).toList();

    private static final Map<Act, Transition> BY_ACT =
            TABLE.stream().collect(Collectors.toMap(Transition::act, row -> row));
    private static final Map<StateName, Set<Act>> BY_STATE = byState();

    private Transitions() {}

    /// The row of an act. Every act but the report itself has one.
    public static Transition of(Act act) {
        return Objects.requireNonNull(BY_ACT.get(act), () -> "No transition for " + act);
    }

    /// The acts the machine allows in a state; conditions such as missing photos are judged by [Lifecycle#decide].
    public static Set<Act> acts(StateName state) {
        return Objects.requireNonNull(BY_STATE.get(state));
    }

    private static Map<String, Set<StateName>> states() {
        var sets =
                Arrays.stream(StateName.values())
                        .collect(Collectors.toMap(StateName::name, EnumSet::of, Transitions::both));
        for (var line : SETS.lines().toList()) {
            var halves = line.split("=", -1);
            sets.put(halves[0].strip(), states(halves[1], sets));
        }
        return Map.copyOf(sets);
    }

    private static EnumSet<StateName> states(
            String words, Map<String, ? extends Set<StateName>> known) {
        return words(words)
                .map(word -> Objects.requireNonNull(known.get(word), word))
                .collect(() -> EnumSet.noneOf(StateName.class), EnumSet::addAll, EnumSet::addAll);
    }

    private static EnumSet<StateName> both(EnumSet<StateName> a, EnumSet<StateName> b) {
        a.addAll(b);
        return a;
    }

    private static Transition row(String line) {
        var cells = line.split("\\|", -1);
        return new Transition(
                Act.valueOf(cells[0].strip()),
                Who.valueOf(cells[1].strip()),
                Set.copyOf(states(cells[2], STATES)),
                Set.copyOf(states(cells[3].replace(STAY, ""), STATES)),
                cells[3].isBlank() || cells[3].contains(STAY),
                Clock.valueOf(cells[4].strip()),
                words(cells[5]).map(Refusal::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.strip().split("\\s+", -1)).filter(word -> !word.isEmpty());
    }

    private static Map<StateName, Set<Act>> byState() {
        return Arrays.stream(StateName.values())
                .collect(Collectors.toMap(state -> state, Transitions::from));
    }

    private static Set<Act> from(StateName state) {
        return TABLE.stream()
                .filter(row -> row.from().contains(state))
                .map(Transition::act)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }
}
