package org.huying.playbook.compile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.playbook.Condition;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.MatterRules;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.MatterRules.Then;
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
    private final Rules rules;
    private final LoopCompiler loop;

    MatterCompiler(Part root, Vocabulary words, Conditions conditions, Set<String> items) {
        this.root = root;
        this.matter = root.at("matter");
        this.targets = new Targets(words);
        this.rules = new Rules(conditions);
        this.loop = new LoopCompiler(matter, words, rules, items, new TaskCompiler(root, words));
    }

    MatterRules compile() {
        var rating = matter.at("rating");
        var channels = chosen("channels", "channel", CHANNEL);
        return new MatterRules(
                channels,
                chosen("demands", "demand", DEMAND),
                chosen("rejections", "rejection", REJECTION),
                matter.at("accept-automatically").flag(false),
                filedDirectly(channels),
                rules.read(matter.at("dispatch"), this::rule),
                answers(rating.at("answers")),
                rating.at("required-to-close").flag(true),
                (int) rating.at("attempts").number(3),
                matter.at("number").read("bad-number", Measures::numberPattern).orElse(""),
                loop.compile(),
                loop.bursts(),
                FieldCompiler.compile(matter.at("fields")));
    }

    private Set<String> filedDirectly(Map<String, Text> channels) {
        return matter.at("file-directly").parts().stream()
                .flatMap(each -> each.oneOf("channel", CHANNEL, channels.keySet()).stream())
                .collect(Collectors.toUnmodifiableSet());
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

    private Optional<DispatchRule> rule(Part part, Condition when) {
        return targets.read(part.at("to"))
                .map(target ->
                        new DispatchRule(
                                part.at("name").text(part.at("to").text("")),
                                when,
                                target,
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
        var then = EnumSet.noneOf(Then.class);
        for (var each : part.at("then").parts()) {
            Arrays.stream(Then.values())
                    .filter(what -> what.name().toLowerCase(Locale.ROOT).equals(each.text("")))
                    .forEach(then::add);
        }
        return new RatingAnswer(
                part.name(), part.at("solved").flag(true), part.at("weight").number(0), then);
    }
}
