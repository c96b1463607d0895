package org.huying.playbook.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.LoopRules;
import org.huying.playbook.MatterRules;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings.Word;

/// How the place runs the closed loop: the section `matter` and the words it chooses from.
final class MatterCompiler {

    private static final Word CHANNEL = new Word("渠道", "channel");
    private static final Word DEMAND = new Word("诉求性质", "kind of demand");
    private static final Word REJECTION = new Word("不受理理由", "reason for rejection");
    private static final Word SCALE = new Word("评价方式", "rating scale");

    private final Part root;
    private final Part matter;
    private final Targets targets;
    private final Conditions conditions;

    MatterCompiler(Part root, Vocabulary words, Conditions conditions) {
        this.root = root;
        this.matter = root.at("matter");
        this.targets = new Targets(words);
        this.conditions = conditions;
    }

    MatterRules compile() {
        var rating = matter.at("rating");
        return new MatterRules(
                chosen("channels", "channel", CHANNEL),
                chosen("demands", "demand", DEMAND),
                chosen("rejections", "rejection", REJECTION),
                matter.at("accept-automatically").flag(false),
                dispatch(),
                answers(rating.at("answers")),
                rating.at("required-to-close").flag(true),
                (int) rating.at("attempts").number(3),
                matter.at("number").read("bad-number", Measures::numberPattern).orElse(""),
                LoopRules.PLAIN,
                Optional.empty());
    }

    /// The words of a vocabulary that this place uses, in the order it lists them; all when it lists none.
    private Map<String, Text> chosen(String section, String what, Word thing) {
        var known = root.at(section).names();
        var list = matter.at(section);
        if (!list.present()) {
            return known;
        }
        var chosen = new LinkedHashMap<String, Text>();
        for (var part : list.parts()) {
            part.oneOf(what, thing, known.keySet())
                    .flatMap(key -> Optional.ofNullable(known.get(key)))
                    .ifPresent(name -> chosen.put(part.text(""), name));
        }
        return chosen;
    }

    private List<DispatchRule> dispatch() {
        var rules = new ArrayList<DispatchRule>();
        Optional<String> always = Optional.empty();
        for (var part : matter.at("dispatch").parts()) {
            if (always.isPresent()) {
                part.findings()
                        .warning(
                                "never-reached",
                                part.place(),
                                part.path(),
                                "前面的规则（" + always.get() + "）总是成立，这条规则不会用到",
                                "The rule before ("
                                        + always.get()
                                        + ") always holds; this one is never reached");
            }
            if (part.at("when").text("true").strip().equals("true")) {
                always = always.or(() -> Optional.of(part.place().toString()));
            }
            rule(part).ifPresent(rules::add);
        }
        return List.copyOf(rules);
    }

    private Optional<DispatchRule> rule(Part part) {
        var when = part.at("when");
        var condition =
                when.present() ? conditions.compile(when) : conditions.compile("true", part);
        var target = targets.read(part.at("to"));
        if (condition.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DispatchRule(
                        part.at("name").text(part.at("to").text("")),
                        condition.get(),
                        target.get(),
                        part.at("automatic").flag(false),
                        part.place().toString()));
    }

    private Map<String, RatingAnswer> answers(Part choice) {
        var scales = root.at("rating-scales").entries();
        var answers = new LinkedHashMap<String, RatingAnswer>();
        choice.oneOf("rating-scale", SCALE, scales.keySet())
                .flatMap(name -> Optional.ofNullable(scales.get(name)))
                .ifPresent(scale ->
                        scale.entries().forEach((key, part) -> answers.put(key, answer(part))));
        return answers;
    }

    private static RatingAnswer answer(Part part) {
        return new RatingAnswer(
                part.name(), part.at("solved").flag(true), part.at("weight").number(0), Set.of());
    }
}
