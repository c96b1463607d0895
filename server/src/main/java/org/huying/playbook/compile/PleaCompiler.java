package org.huying.playbook.compile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.LoopRules.Verdict;
import org.huying.playbook.PleaKind;

/// What may be applied for. A kind that the place does not name may not be.
final class PleaCompiler {

    private static final Set<PleaKind> GRANT_TIME = Set.of(PleaKind.EXTENSION, PleaKind.SUSPENSION);

    private final Vocabulary words;
    private final List<String> ladder;

    PleaCompiler(Vocabulary words, List<String> ladder) {
        this.words = words;
        this.ladder = ladder;
    }

    Map<PleaKind, PleaRule> read(Part pleas) {
        var rules = new EnumMap<PleaKind, PleaRule>(PleaKind.class);
        pleas.entries()
                .forEach((key, part) ->
                        kind(key).ifPresent(kind -> rules.put(kind, rule(kind, part))));
        return rules;
    }

    /// Another word is the schema's affair, which knows the closest.
    private static Optional<PleaKind> kind(String key) {
        return Arrays.stream(PleaKind.values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    private PleaRule rule(PleaKind kind, Part part) {
        var longest = part.at("longest");
        if (longest.present() && !GRANT_TIME.contains(kind)) {
            longest.wrong(
                    "grants-no-time",
                    "`" + kind.key() + "` 不给予时间，没有 longest",
                    "`" + kind.key() + "` grants no time; it has no longest");
        }
        return new PleaRule(
                (int) part.at("most").number(1),
                part.limit("longest"),
                part.at("reasons").labels(),
                words.evidence(part.at("evidence")),
                stages(part),
                part.limit("within"));
    }

    /// As the place lists them; else the one desk that decides.
    private List<PleaStage> stages(Part part) {
        var decider = LoopCompiler.desk(part.at("decider"), ladder).orElse("county");
        var listed = part.at("stages").parts();
        if (listed.isEmpty()) {
            return List.of(PleaStage.only(decider));
        }
        return IntStream.range(0, listed.size())
                .mapToObj(i -> stage(listed.get(i), decider, i == listed.size() - 1))
                .toList();
    }

    private PleaStage stage(Part part, String decider, boolean last) {
        var onward = last ? Verdict.GRANT : Verdict.FORWARD;
        var may = EnumSet.noneOf(Verdict.class);
        var listed = part.at("may");
        listed.parts().forEach(each -> verdict(each).ifPresent(may::add));
        if (!listed.present()) {
            may.addAll(List.of(onward, Verdict.DENY));
        } else if (!may.contains(onward) || (last && may.contains(Verdict.FORWARD))) {
            listed.wrong(
                    "bad-stage",
                    last ? "最后一道要能 grant，不能再 forward" : "不是最后一道，要能 forward",
                    last
                            ? "the last stage must be able to grant and cannot forward"
                            : "a stage before the last must be able to forward");
        }
        return new PleaStage(
                part.name(),
                LoopCompiler.desk(part.at("decider"), ladder).orElse(decider),
                words.post(part.at("post")),
                part.limit("limit"),
                Set.copyOf(may));
    }

    /// Another word is the schema's affair.
    private static Optional<Verdict> verdict(Part part) {
        return Arrays.stream(Verdict.values())
                .filter(it -> it.name().equalsIgnoreCase(part.text("")))
                .findFirst();
    }
}
