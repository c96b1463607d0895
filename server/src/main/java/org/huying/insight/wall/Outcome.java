package org.huying.insight.wall;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.huying.playbook.MatterRules.RatingAnswer;

/// What came of the matters that counters count, under the answers of a playbook. Pure.
record Outcome(Sums sums, Map<String, RatingAnswer> answers) {

    long reported() {
        return sums.of("reported");
    }

    long onTime() {
        return reported() - sums.of("late");
    }

    /// Those whose answer the playbook knows.
    long rated() {
        return Math.round(weighed(_ -> 1));
    }

    long solved() {
        return Math.round(weighed(it -> it.solved() ? 1 : 0));
    }

    /// Those who gave the best answer there is.
    long satisfied() {
        double best = answers.values().stream().mapToDouble(RatingAnswer::weight).max().orElse(1);
        return Math.round(weighed(it -> it.weight() == best ? 1 : 0));
    }

    /// The sum of what the answers count.
    double satisfaction() {
        return weighed(RatingAnswer::weight);
    }

    private double weighed(ToDoubleFunction<RatingAnswer> weight) {
        return answers.entrySet().stream()
                .mapToDouble(
                        it -> sums.of("rated." + it.getKey()) * weight.applyAsDouble(it.getValue()))
                .sum();
    }
}
