package org.huying.demo.founding;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that falls the same way every time for the same name.
public final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static Dice of(String name) {
        long seed = 1_125_899_906_842_597L;
        for (int i = 0; i < name.length(); i++) {
            seed = 31 * seed + name.charAt(i);
        }
        return new Dice(seed);
    }

    /// Both ends are included.
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public double fraction() {
        return random.nextDouble();
    }

    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
