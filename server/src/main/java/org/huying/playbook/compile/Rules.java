package org.huying.playbook.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.huying.playbook.Condition;
import org.huying.playbook.Facts;

/// Lists of rules of which the first that holds wins.
final class Rules {

    private final Conditions conditions;

    Rules(Conditions conditions) {
        this.conditions = conditions;
    }

    /// Each rule with its condition, as `maker` reads it; a rule that can never win is reported.
    <T> List<T> read(Part list, BiFunction<Part, Condition, Optional<T>> maker) {
        var rules = new ArrayList<T>();
        Optional<String> always = Optional.empty();
        for (var part : list.parts()) {
            always.ifPresent(rule -> neverReached(part, rule));
            if (part.at("when").text("true").strip().equals("true")) {
                always = always.or(() -> Optional.of(part.place().toString()));
            }
            var when = part.at("when");
            var condition =
                    when.present() ? conditions.compile(when) : conditions.compile("true", part);
            var made = maker.apply(part, condition.orElse(NEVER));
            if (condition.isPresent()) {
                made.ifPresent(rules::add);
            }
        }
        return List.copyOf(rules);
    }

    private static void neverReached(Part part, String always) {
        part.findings()
                .warning(
                        "never-reached",
                        part.place(),
                        part.path(),
                        "前面的规则（" + always + "）总是成立，这条规则不会用到",
                        "The rule before (" + always + ") always holds; this one is never reached");
    }

    /// Stands for a condition that is wrong, so that the rest of its rule is checked all the same.
    private static final Condition NEVER =
            new Condition() {
                @Override
                public boolean holds(Facts facts) {
                    return false;
                }

                @Override
                public String text() {
                    return "false";
                }
            };
}
