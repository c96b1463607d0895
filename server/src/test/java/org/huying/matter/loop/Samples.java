package org.huying.matter.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.LoopRules;
import org.huying.playbook.LoopRules.AfterRules;
import org.huying.playbook.LoopRules.AskRules;
import org.huying.playbook.LoopRules.ClockRules;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.LoopRules.ReturnRules;
import org.huying.playbook.LoopRules.RevisitQuestion;
import org.huying.playbook.LoopRules.RevisitRules;
import org.huying.playbook.LoopRules.SpotRules;
import org.huying.playbook.LoopRules.Verdict;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.MatterRules.Then;
import org.huying.playbook.PleaKind;
import org.huying.playbook.Stage;
import org.huying.playbook.Text;
import org.huying.territory.TerritoryCode;

/// A rich choice of commands and rules for searching the machine: every kind of command in good and in bad shape.
public final class Samples {

    private static final Text NAME = new Text("", "");
    public static final List<UUID> UNITS = List.of(new UUID(7, 1), new UUID(7, 2), new UUID(7, 3));
    static final List<UUID> PEOPLE = List.of(new UUID(3, 1), new UUID(3, 2), new UUID(3, 3));
    private static final List<Command.Evidence> PROOF =
            List.of(
                    new Command.Evidence("photo-before", new UUID(9, 3)),
                    new Command.Evidence("photo-after", new UUID(9, 1)),
                    new Command.Evidence("paper", new UUID(9, 2)));

    /// A reason for each kind of application, as the base playbook has them.
    private static final Map<PleaKind, String> REASONS =
            Map.of(
                    PleaKind.EXTENSION, "weather",
                    PleaKind.SUSPENSION, "plan",
                    PleaKind.EXCLUSION, "malicious",
                    PleaKind.VOIDING, "mistaken",
                    PleaKind.FORCED_CLOSURE, "not-let-in",
                    PleaKind.RATING_APPEAL, "solved",
                    PleaKind.REJECTION_APPEAL, "procedure");

    /// Rules with everything on, sparing rules, and rules for a matter without an item.
    static final List<Standard> STANDARDS =
            List.of(
                    standard(true, true, rich(true)),
                    standard(true, false, rich(false)),
                    standard(false, true, rich(true)),
                    standard(true, false, rich(true)),
                    standard(true, true, LoopRules.PLAIN));

    private Samples() {}

    /// Everything one may try at this moment.
    public static List<Command> commands(Instant now, List<UUID> units, UUID other) {
        var all = new ArrayList<Command>();
        for (var words : List.of("", "words")) {
            mainLine(all, words);
            beside(all, words, now);
            units.forEach(unit -> toUnits(all, words, unit, now));
            for (int no = 1; no <= 3; no++) {
                all.add(new Command.Forward(no, words));
                all.add(new Command.Grant(no, words));
                all.add(new Command.Deny(no, words));
                all.add(new Command.Retract(no, words));
                all.add(new Command.Opine(no, words));
                all.add(new Command.Conclude(no, words));
            }
            all.add(new Command.Merge(other, true, words));
            all.add(new Command.Merge(other, false, words));
        }
        all.add(new Command.Absorb(other));
        all.addAll(ofTheClock());
        return all;
    }

    /// What only the clock itself does.
    public static List<Command> ofTheClock() {
        return List.of(
                new Command.Remind(Stage.HANDLE, Light.AMBER),
                new Command.Remind(Stage.WHOLE, Light.RED),
                new Command.Prompt(Command.Awaited.ANSWER, Light.AMBER),
                new Command.Prompt(Command.Awaited.REPLY, Light.RED),
                new Command.Prompt(Command.Awaited.HELP, Light.RED),
                new Command.Prompt(Command.Awaited.SUPERVISION, Light.RED),
                new Command.Recount(
                        new DatesMoved(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of())));
    }

    private static void mainLine(List<Command> all, String words) {
        all.add(new Command.Accept());
        all.add(new Command.Acknowledge());
        all.add(new Command.Classify("street-lamp", "municipal"));
        all.add(new Command.Locate(TerritoryCode.of("370481001"), Optional.empty()));
        all.add(
                new Command.Fill(
                        Map.of("people", 3L),
                        Map.of(),
                        List.of(),
                        new Report.Carried(Map.of("people", 3L), Optional.empty())));
        all.add(new Command.Reject("outside-duty", words));
        all.add(new Command.Reject("no such reason", words));
        all.add(new Command.Return(words));
        all.add(new Command.Handle(words, PROOF));
        all.add(new Command.Handle(words, List.of()));
        all.add(new Command.Document(words, List.of()));
        for (boolean yes : List.of(true, false)) {
            all.add(new Command.Verify(yes, true, words, PROOF));
            all.add(new Command.Verify(yes, false, words, PROOF));
            all.add(new Command.Verify(yes, false, words, List.of()));
            all.add(new Command.Revisit(yes, false, words));
            all.add(new Command.Revisit(true, yes, words));
            for (var answer : List.of("satisfied", "dissatisfied", "unheard")) {
                all.add(
                        new Command.Revisit(
                                true, yes, Optional.of(true), Optional.of(answer), words));
            }
        }
        for (var answer : List.of("satisfied", "dissatisfied", "solved-dissatisfied", "unheard")) {
            all.add(new Command.Rate(answer, Optional.of(true), "link", words));
        }
        all.add(new Command.Invite("visit"));
        all.add(new Command.Invite("pigeon"));
        all.add(new Command.Unreached(words));
        all.add(new Command.Close(words));
        all.add(new Command.Reopen(words));
    }

    private static void beside(List<Command> all, String words, Instant now) {
        var soon = now.plus(Duration.ofDays(3));
        var late = now.minus(Duration.ofHours(1));
        for (var kind : PleaKind.values()) {
            plea(all, kind, words, Optional.of(soon));
        }
        plea(all, PleaKind.SUSPENSION, words, Optional.empty());
        plea(all, PleaKind.SUSPENSION, words, Optional.of(now.plus(Duration.ofDays(400))));
        all.add(new Command.Ask(soon, words));
        all.add(new Command.Ask(late, words));
        all.add(new Command.Ask(now.plus(Duration.ofDays(400)), words));
        all.add(new Command.Answer(words));
        all.add(new Command.Reply(false, words));
        all.add(new Command.Resume(words));
        all.add(new Command.Instruct(words));
        all.add(new Command.Supervise(Supervision.Kind.LEADER, Optional.of(soon), words));
        all.add(new Command.Supervise(Supervision.Kind.LEADER, Optional.of(late), words));
        all.add(new Command.Lift(words));
        all.add(new Command.Mark(true, Urgency.URGENT));
        all.add(new Command.Comment(List.of(), words));
        all.add(new Command.Split(List.of(new UUID(5, 1), new UUID(5, 2)), words));
        all.add(new Command.Split(List.of(), words));
        all.add(new Command.Consult(List.of(), words));
        all.add(new Command.Unmerge(words));
        all.add(new Command.Withdraw(words));
    }

    private static void plea(
            List<Command> all, PleaKind kind, String words, Optional<Instant> until) {
        var length = Optional.of(TimeLimit.parse("1 work-day"));
        var reason = REASONS.getOrDefault(kind, "");
        all.add(new Command.Apply(kind, reason, length, until, words, PROOF));
        all.add(new Command.Apply(kind, "whim", length, until, words, PROOF));
        all.add(new Command.Apply(kind, reason, length, until, words, List.of()));
    }

    private static void toUnits(List<Command> all, String words, UUID unit, Instant now) {
        var person = Optional.<UUID>empty();
        for (var rung : List.of("grid", "street")) {
            var at = Optional.of(rung);
            all.add(new Command.Dispatch(unit, person, at, words));
            all.add(new Command.Escalate(unit, person, at, words));
        }
        all.add(new Command.Arbitrate(unit, person, Optional.of("street"), words));
        all.add(new Command.Emergency(unit, person, Optional.of("street"), words));
        all.add(new Command.Spot(unit, PEOPLE.getFirst(), words, PROOF));
        all.add(new Command.Spot(unit, PEOPLE.getFirst(), words, List.of()));
        all.add(new Command.Engage(unit, Optional.of(now.plus(Duration.ofDays(1))), words));
        all.add(new Command.Engage(unit, Optional.of(now.minus(Duration.ofDays(1))), words));
        all.add(new Command.Join(unit));
        all.add(new Command.Contribute(unit, words, List.of()));
        all.add(new Command.Decline(unit, words));
        all.add(new Command.Release(unit, words));
        all.add(new Command.Consult(List.of(unit), words));
    }

    private static Standard standard(boolean item, boolean asked, LoopRules loop) {
        return new Standard(
                item,
                Map.of("handle", List.of("photo-after"), "verify", List.of("photo-after")),
                Set.of("outside-duty"),
                Map.of(
                        "satisfied", new RatingAnswer(NAME, true, 1, Set.of()),
                        "solved-dissatisfied",
                                new RatingAnswer(NAME, true, 0, Set.of(Then.REVISIT)),
                        "dissatisfied",
                                new RatingAnswer(
                                        NAME, false, 0, Set.of(Then.SUPERVISE, Then.REVISIT))),
                true,
                2,
                asked,
                asked,
                loop,
                WorkCalendar.china());
    }

    /// One stage that can only pass on, and one that decides.
    private static PleaRule inStages(PleaRule plea, Set<Verdict> first) {
        return new PleaRule(
                plea.most(),
                plea.longest(),
                plea.reasons(),
                plea.evidence(),
                List.of(
                        new PleaStage(NAME, "street", Optional.empty(), plea.within(), first),
                        PleaStage.only("county")),
                plea.within());
    }

    private static LoopRules rich(boolean open) {
        var day = Optional.of(TimeLimit.parse("1 day"));
        var plea =
                new PleaRule(
                        2,
                        Optional.of(TimeLimit.parse("30 days")),
                        REASONS.values().stream().collect(Collectors.toMap(it -> it, _ -> NAME)),
                        List.of("paper"),
                        List.of(PleaStage.only("street")),
                        day);
        var pleas = new EnumMap<PleaKind, PleaRule>(PleaKind.class);
        for (var kind : PleaKind.values()) {
            pleas.put(kind, plea);
        }
        pleas.put(PleaKind.EXCLUSION, inStages(plea, Set.of(Verdict.FORWARD)));
        pleas.put(PleaKind.EXTENSION, inStages(plea, Set.of(Verdict.FORWARD, Verdict.GRANT)));
        return new LoopRules(
                LoopRules.PLAIN.ladder(),
                Map.of(),
                List.of(),
                new SpotRules(open, open),
                new ReturnRules(Optional.of(TimeLimit.parse("4 hours")), 2, "county"),
                new AskRules(TimeLimit.parse("10 days"), 2),
                new ClockRules(0.7, day, 2, true),
                pleas,
                new AfterRules(
                        Optional.empty(),
                        true,
                        true,
                        Set.of("visit", "link"),
                        Optional.of(TimeLimit.parse("2 hours")),
                        day,
                        new RevisitRules(
                                0.5,
                                Optional.empty(),
                                true,
                                open ? Set.of(RevisitQuestion.values()) : Set.of())),
                day,
                Map.of());
    }
}
