package org.huying.demo.founding;

/// How many of something: in all, or on each place.
public sealed interface Count {

    record Total(int number) implements Count {}

    record Each(int number) implements Count {}

    static Count total(int number) {
        return new Total(number);
    }

    static Count each(int number) {
        return new Each(number);
    }

    /// How many each of so many places gets: a total is dealt out one by one, from the first place on.
    default int[] over(int places) {
        var shares = new int[places];
        for (int i = 0; i < places; i++) {
            shares[i] =
                    switch (this) {
                        case Each(var number) -> number;
                        case Total(var number) -> number / places + (i < number % places ? 1 : 0);
                    };
        }
        return shares;
    }

    /// The same, but a total is shared by weight, at least one each as far as it goes round.
    default int[] over(double[] weights) {
        return switch (this) {
            case Each _ -> over(weights.length);
            case Total(var number) -> Shares.of(number, weights);
        };
    }
}
