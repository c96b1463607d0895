package org.huying.playbook.compile;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.playbook.LoopRules.PleaRule;
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
                LoopCompiler.desk(part.at("decider"), ladder).orElse("county"),
                part.limit("within"));
    }
}
