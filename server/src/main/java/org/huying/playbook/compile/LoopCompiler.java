package org.huying.playbook.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.playbook.BurstRules;
import org.huying.playbook.Condition;
import org.huying.playbook.LoopRules;
import org.huying.playbook.LoopRules.AfterRules;
import org.huying.playbook.LoopRules.AskRules;
import org.huying.playbook.LoopRules.ClockRules;
import org.huying.playbook.LoopRules.EscalationRule;
import org.huying.playbook.LoopRules.ModeRules;
import org.huying.playbook.LoopRules.ReturnRules;
import org.huying.playbook.LoopRules.RevisitQuestion;
import org.huying.playbook.LoopRules.RevisitRules;
import org.huying.playbook.LoopRules.SpotRules;
import org.huying.playbook.check.Findings.Word;

/// The loop beyond its main line: ladder, clocks, what follows handling, modes.
final class LoopCompiler {

    private static final Word ITEM = new Word("事项", "item");
    private static final Word RUNG = new Word("梯级", "rung of the ladder");
    private static final String UP = "up";

    private final Part matter;
    private final Vocabulary words;
    private final Rules rules;
    private final Set<String> items;
    private final List<String> ladder;
    private final TaskCompiler tasks;

    LoopCompiler(
            Part matter, Vocabulary words, Rules rules, Set<String> items, TaskCompiler tasks) {
        this.matter = matter;
        this.words = words;
        this.rules = rules;
        this.items = items;
        this.tasks = tasks;
        this.ladder = ladder(matter.at("ladder"));
    }

    LoopRules compile() {
        var plain = LoopRules.PLAIN;
        return new LoopRules(
                ladder,
                matter.at("phases").labels(),
                rules.read(matter.at("escalate"), this::escalation),
                new SpotRules(
                        matter.at("on-the-spot").at("allowed").flag(plain.spot().allowed()),
                        matter.at("on-the-spot").at("closes").flag(plain.spot().closes())),
                returns(matter.at("return")),
                ask(matter.at("ask")),
                clocks(matter.at("clocks")),
                new PleaCompiler(words, ladder).read(matter.at("pleas")),
                after(),
                matter.at("reply-to-everyone").limit("within"),
                modes(matter.at("modes")));
    }

    Optional<BurstRules> bursts() {
        var bursts = matter.at("bursts");
        var level = bursts.at("within").oneOf("level", Vocabulary.LEVEL, Vocabulary.LEVELS);
        var window = bursts.at("during").read("bad-time", Measures::span);
        return level.isPresent() && window.isPresent()
                ? Optional.of(
                        new BurstRules(
                                (int) bursts.at("count").number(2), level.get(), window.get()))
                : Optional.empty();
    }

    /// From below to above; a word that stands lower than the one before it is reported.
    private static List<String> ladder(Part list) {
        if (!list.present()) {
            return LoopRules.PLAIN.ladder();
        }
        var order = Vocabulary.UPWARDS;
        var ladder = new ArrayList<String>();
        for (var part : list.parts()) {
            var word = part.oneOf("level", Vocabulary.LEVEL, order).orElse("");
            if (word.isEmpty()) {
                continue;
            }
            if (!ladder.isEmpty() && order.indexOf(word) <= order.indexOf(ladder.getLast())) {
                part.wrong(
                        "bad-ladder",
                        "`" + word + "` 不高于 `" + ladder.getLast() + "`；梯级自下而上",
                        "`%s` is not above `%s`; a ladder goes from below to above"
                                .formatted(word, ladder.getLast()));
            } else {
                ladder.add(word);
            }
        }
        return List.copyOf(ladder);
    }

    private Optional<EscalationRule> escalation(Part part, Condition when) {
        var choice = new ArrayList<>(ladder);
        choice.add(UP);
        return part.at("to")
                .oneOf("rung", RUNG, choice)
                .map(to ->
                        new EscalationRule(
                                part.at("name").text(when.text()),
                                when,
                                to,
                                part.place().toString()));
    }

    private ReturnRules returns(Part part) {
        var plain = LoopRules.PLAIN.returns();
        return new ReturnRules(
                part.limit("within"),
                (int) part.at("most").number(plain.most()),
                desk(part.at("arbiter"), ladder).orElse(plain.arbiter()));
    }

    /// The level whose desk decides: one that stands on the ladder.
    static Optional<String> desk(Part part, List<String> ladder) {
        return part.oneOf("rung", RUNG, ladder);
    }

    private static AskRules ask(Part part) {
        var plain = LoopRules.PLAIN.ask();
        return new AskRules(
                part.limit("longest").orElse(plain.longest()),
                (int) part.at("most").number(plain.most()));
    }

    private static ClockRules clocks(Part part) {
        var plain = LoopRules.PLAIN.clocks();
        return new ClockRules(
                part.at("amber").number(plain.amber()),
                part.limit("remind-after"),
                (int) part.at("reminders").number(plain.reminders()),
                part.at("supervise").flag(plain.supervise()));
    }

    private AfterRules after() {
        var plain = AfterRules.PLAIN;
        var verify = matter.at("verify");
        var rating = matter.at("rating");
        var ask = new LinkedHashSet<String>();
        rating.at("ask").parts().forEach(each -> each.text().ifPresent(ask::add));
        return new AfterRules(
                words.post(verify.at("by")),
                verify.at("other-than-handler").flag(plain.otherThanHandler()),
                invites(verify),
                ask.isEmpty() ? plain.ask() : ask,
                rating.limit("spacing"),
                rating.limit("reopen-within"),
                revisit(matter.at("revisit")));
    }

    /// What is required to close is the invitation: without one, requiring it means nothing.
    private static boolean invites(Part verify) {
        boolean invites = verify.at("invites-rating").flag(false);
        var required = verify.at("required-to-close");
        if (required.flag(false) && !invites) {
            required.wrong(
                    "needs-invitation",
                    "核查须同时 invites-rating: true，才能作为结案条件",
                    "needs invites-rating: true beside it: the invitation is what closing requires");
        }
        return invites && required.flag(true);
    }

    private RevisitRules revisit(Part part) {
        var plain = AfterRules.PLAIN.revisit();
        return new RevisitRules(
                part.at("sample").number(plain.sample()),
                words.post(part.at("by")),
                part.at("anonymous").flag(plain.anonymous()),
                questions(part.at("ask")));
    }

    /// Another word is the schema's affair.
    private static Set<RevisitQuestion> questions(Part list) {
        var words = list.parts().stream().map(each -> each.text("")).toList();
        return Arrays.stream(RevisitQuestion.values())
                .filter(it -> words.contains(it.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, ModeRules> modes(Part part) {
        var modes = new LinkedHashMap<String, ModeRules>();
        part.entries().forEach((key, mode) -> modes.put(key, mode(mode)));
        return modes;
    }

    private ModeRules mode(Part part) {
        return new ModeRules(
                part.name(),
                Stages.over(Map.of(), part.at("limits")),
                part.at("items").parts().stream()
                        .flatMap(each -> each.oneOf("item", ITEM, items).stream())
                        .toList(),
                tasks.compile(part.at("tasks")),
                FieldCompiler.named(part.at("fields"), matter.at("fields").entries().keySet()));
    }
}
