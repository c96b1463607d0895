package org.huying.demo.founding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Shares out a whole number by weight: largest remainders first, then by position. Pure.
final class Shares {
    private Shares() {}

    /// Everybody gets at least one while there are enough; fewer than that go to the first.
    static int[] of(int number, double[] weights) {
        int places = weights.length;
        if (number <= places) {
            return Count.total(number).over(places);
        }
        var shares = byWeight(number - places, weights);
        for (int i = 0; i < places; i++) {
            shares[i]++;
        }
        return shares;
    }

    /// Shares `number` groups of at least two among as many parts as each has, by weight; what does not fit is left out.
    static int[] pairs(int number, int[] parts) {
        var shares = byWeight(number, Arrays.stream(parts).asDoubleStream().toArray());
        for (int i = 0; i < parts.length; i++) {
            shares[i] = Math.min(shares[i], parts[i] / 2);
        }
        int left = number - Arrays.stream(shares).sum();
        for (int i = 0; i < parts.length && left > 0; i++) {
            int more = Math.min(left, parts[i] / 2 - shares[i]);
            shares[i] += more;
            left -= more;
        }
        return shares;
    }

    private static int[] byWeight(int number, double[] weights) {
        double total = Arrays.stream(weights).sum();
        var shares = new int[weights.length];
        var rest = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double wanted = total == 0 ? 0 : number * weights[i] / total;
            shares[i] = (int) wanted;
            rest[i] = wanted - shares[i];
        }
        int left = number - Arrays.stream(shares).sum();
        var order =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -rest[i]))
                        .toList();
        for (int i = 0; i < left; i++) {
            shares[order.get(i % order.size())]++;
        }
        return shares;
    }
}
