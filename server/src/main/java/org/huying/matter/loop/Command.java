package org.huying.matter.loop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.calendar.TimeLimit;
import org.huying.matter.Act;
import org.huying.playbook.PleaKind;
import org.huying.playbook.Stage;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What somebody asks to be done to a matter that exists. The components of a command are the facts that its history
/// row keeps; its `words` and its proof are kept apart.
public sealed interface Command {

    /// Says something; the words may be empty where the machine does not ask for them.
    interface Worded {
        @JsonIgnore
        String words();
    }

    /// May prove something.
    interface Proven {
        List<Evidence> evidence();
    }

    /// A picture or paper that proves something; `kind` is a key of the item's evidence list.
    record Evidence(String kind, UUID attachment) {}

    /// From report to close.
    sealed interface MainLine extends Command {}

    record Accept() implements MainLine {}

    /// Not taken on; `reason` is a key of the playbook's rejection reasons.
    record Reject(String reason, String words) implements MainLine, Worded {}

    record Classify(String item, String itemClass) implements MainLine {}

    record Locate(TerritoryCode area, Optional<GeoPoint> point) implements MainLine {}

    /// What the report lacked, or had wrong, is filled in: the new values and those they take the place of, by key. Of what
    /// tells something about a person the history names the keys alone.
    ///
    /// @param carried all that the report carries afterwards
    record Fill(
            Map<String, Object> fields,
            Map<String, Object> before,
            List<String> personal,
            @JsonIgnore Report.Carried carried)
            implements MainLine {}

    /// Given to a unit that stands at `rung` of the ladder; the words are the rule that chose it, or the dispatcher's.
    record Dispatch(UUID unit, Optional<UUID> person, Optional<String> rung, String words)
            implements MainLine, Worded {}

    record Acknowledge() implements MainLine {}

    record Return(String words) implements MainLine, Worded {}

    record Handle(String words, List<Evidence> evidence) implements MainLine, Worded, Proven {}

    /// Checked on site; `invites` that the resident was asked to rate while there.
    record Verify(boolean passed, boolean invites, String words, List<Evidence> evidence)
            implements MainLine, Worded, Proven {}

    /// The resident's word; `answer` is a key of the playbook's rating answers, `way` how it came.
    record Rate(String answer, Optional<Boolean> contacted, String way, String words)
            implements MainLine, Worded {}

    record Close(String words) implements MainLine, Worded {}

    /// Who gets it, other than by dispatch.
    sealed interface Ladder extends Command {}

    /// The final word on whose it is; the unit may not send it back.
    record Arbitrate(UUID unit, Optional<UUID> person, Optional<String> rung, String words)
            implements Ladder, Worded {}

    /// One rung up, or to where a rule sends it.
    record Escalate(UUID unit, Optional<UUID> person, Optional<String> rung, String words)
            implements Ladder, Worded {}

    /// Work begins at once; the record is owed.
    record Emergency(UUID unit, Optional<UUID> person, Optional<String> rung, String words)
            implements Ladder, Worded {}

    record Document(String words, List<Evidence> evidence) implements Ladder, Worded, Proven {}

    /// Handled by whoever found it, who works for `unit`.
    record Spot(UUID unit, UUID person, String words, List<Evidence> evidence)
            implements Ladder, Worded, Proven {}

    /// What follows handling.
    sealed interface Aftercare extends Command {}

    record Invite(String way) implements Aftercare {}

    /// The resident was asked and could not be reached.
    record Unreached(String words) implements Aftercare, Worded {}

    record Reopen(String words) implements Aftercare, Worded {}

    /// Asked once more after closing.
    ///
    /// @param contacted the handler had been in contact; `answer` a key of the playbook's rating answers
    record Revisit(
            boolean reached,
            boolean solved,
            Optional<Boolean> contacted,
            Optional<String> answer,
            String words)
            implements Aftercare, Worded {

        /// Asked no more than whether it is solved.
        public Revisit(boolean reached, boolean solved, String words) {
            this(reached, solved, Optional.empty(), Optional.empty(), words);
        }

        /// What was said by whoever was reached.
        Asked.Said said(Instant at) {
            return new Asked.Said(contacted, solved, answer, at);
        }
    }

    /// Working with others.
    sealed interface Together extends Command {}

    /// Another unit is asked to help, until a date or within a limit.
    ///
    /// @param due the end of the limit by the days of now
    record Engage(UUID unit, Optional<Instant> due, Optional<TimeLimit> limit, String words)
            implements Together, Worded {

        /// Until a date that no calendar moves.
        public Engage(UUID unit, Optional<Instant> due, String words) {
            this(unit, due, Optional.empty(), words);
        }
    }

    record Join(UUID unit) implements Together {}

    record Contribute(UUID unit, String words, List<Evidence> evidence)
            implements Together, Worded, Proven {}

    record Decline(UUID unit, String words) implements Together, Worded {}

    record Release(UUID unit, String words) implements Together, Worded {}

    record Consult(List<UUID> units, String words) implements Together, Worded {}

    record Opine(int no, String words) implements Together, Worded {}

    record Conclude(int no, String words) implements Together, Worded {}

    record Comment(List<UUID> mentions, String words) implements Together, Worded {}

    /// Children that were made of it.
    record Split(List<UUID> children, String words) implements Together, Worded {}

    /// Clocks, and what is applied for.
    sealed interface Timing extends Command {}

    /// The requester is asked something; the clock stands until the answer or `until`.
    record Ask(Instant until, String words) implements Timing, Worded {}

    record Answer(String words) implements Timing, Worded {}

    /// Said to whoever asked; `passedOn`: said of the matter that his own was merged into.
    record Reply(boolean passedOn, String words) implements Timing, Worded {}

    record Resume(String words) implements Timing, Worded {}

    /// Applies for something; `reason` is a key of the playbook's reasons where it has some.
    record Apply(
            PleaKind kind,
            String reason,
            Optional<TimeLimit> length,
            Optional<Instant> until,
            String words,
            List<Evidence> evidence)
            implements Timing, Worded, Proven {}

    /// Decides what was applied for under this number.
    sealed interface Judging extends Timing, Worded {
        int no();
    }

    /// Agreed to by one stage and passed on to the next.
    record Forward(int no, String words) implements Judging {}

    record Grant(int no, String words) implements Judging {}

    record Deny(int no, String words) implements Judging {}

    /// Taken back by whoever applied.
    record Retract(int no, String words) implements Timing, Worded {}

    /// A mark of the clock was passed: of the running stage, or of the whole.
    record Remind(Stage stage, Light light) implements Timing {}

    /// Somebody is waited for: the requester's answer, the reply to him, the help of other units, or what was asked for
    /// from above.
    ///
    /// @param units the helpers whose time is over
    record Prompt(Awaited of, Light light, List<UUID> units) implements Timing {
        public Prompt(Awaited of, Light light) {
            this(of, light, List.of());
        }
    }

    enum Awaited {
        ANSWER,
        REPLY,
        HELP,
        SUPERVISION
    }

    /// The calendar or the limits have changed, and dates with them.
    record Recount(@JsonUnwrapped DatesMoved dates) implements Timing {}

    /// What comes from above.
    sealed interface Above extends Command {}

    /// A leader's instruction (批示).
    record Instruct(String words) implements Above, Worded {}

    record Supervise(Supervision.Kind kind, Optional<Instant> until, String words)
            implements Above, Worded {}

    record Lift(String words) implements Above, Worded {}

    record Mark(boolean key, Urgency urgency) implements Above {}

    /// Matters that belong together, and taking back.
    sealed interface Kinship extends Command {}

    /// The same as `into`; `fit` that the other one is worked and not merged itself.
    record Merge(UUID into, @JsonIgnore boolean fit, String words) implements Kinship, Worded {}

    record Unmerge(String words) implements Kinship, Worded {}

    /// Said of the one that takes others in.
    record Absorb(UUID other) implements Kinship {}

    record Withdraw(String words) implements Kinship, Worded {}

    default Act act() {
        return Acts.of(this);
    }

    default List<Evidence> proof() {
        return this instanceof Proven proven ? proven.evidence() : List.of();
    }

    /// Every kind of command there is.
    static Set<Class<? extends Command>> kinds() {
        return Acts.kinds();
    }
}
