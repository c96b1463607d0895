package org.huying.demo.hotline;

import java.time.Duration;

/// How a hotline behaves: each share is how often it does something wrong, 0 for never and 1 for always.
///
/// @param twice a message is sent once more though it was taken
/// @param early what is said of an order is sent before it
/// @param forged a message is first sent with a wrong signature
/// @param cut the line breaks before the answer is read
/// @param failing a message to it is answered with 500, taken or not
/// @param half the answer ends in the middle
/// @param hollow the answer is 200 and says that nothing was taken
/// @param slow the answer takes as long as `pause`
public record Manners(
        double twice,
        double early,
        double forged,
        double cut,
        double failing,
        double half,
        double hollow,
        double slow,
        Duration pause) {

    /// As it should be.
    public static final Manners CALM = new Manners(0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    /// Everything goes wrong that can.
    public static final Manners WORST =
            new Manners(0.2, 0.2, 0.1, 0.1, 0.15, 0.1, 0.1, 0.05, Duration.ofMillis(300));
}
