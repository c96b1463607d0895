package org.huying.insight.wall;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.huying.playbook.MatterRules.RatingAnswer;

/// Places by the mean of what is known of them: the share on time, the share solved and the satisfaction. Places with fewer
/// than five reports are not ranked, and equal ones share a rank. Pure.
record Ranking(Map<String, Double> scores, Map<String, Integer> ranks) {

    static Ranking of(Map<String, Sums> places, Map<String, RatingAnswer> answers) {
        var scores = new HashMap<String, Double>();
        places.forEach((code, sums) ->
                score(new Outcome(sums, answers)).ifPresent(it -> scores.put(code, it)));
        var order =
                scores.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .toList();
        return new Ranking(scores, ranks(order));
    }

    private static Map<String, Integer> ranks(List<Map.Entry<String, Double>> order) {
        var ranks = new HashMap<String, Integer>();
        int rank = 0;
        double last = Double.NaN;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).getValue() != last) {
                rank = i + 1;
                last = order.get(i).getValue();
            }
            ranks.put(order.get(i).getKey(), rank);
        }
        return ranks;
    }

    private static Optional<Double> score(Outcome outcome) {
        if (outcome.reported() < Discretion.FEW) {
            return Optional.empty();
        }
        double onTime = (double) outcome.onTime() / outcome.reported();
        long rated = outcome.rated();
        var known =
                rated == 0
                        ? DoubleStream.of(onTime)
                        : DoubleStream.of(
                                onTime,
                                (double) outcome.solved() / rated,
                                outcome.satisfaction() / rated);
        return Optional.of(known.average().orElse(0));
    }
}
