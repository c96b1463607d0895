package org.huying.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.huying.client.Api;

/// How long people take. Whoever is pausing when the demo ends goes home; nobody is torn from what they are doing.
final class Pause {

    private final double pace;
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param pace 1 is the demo's, smaller is faster
    Pause(double pace) {
        this.pace = pace;
    }

    /// Between `least` and `most` seconds. Throws [Api.Stopped] once the demo has ended.
    void between(int least, int most) {
        double seconds = least + ThreadLocalRandom.current().nextDouble() * (most - least);
        try {
            if (ended.await((long) (pace * 1000 * seconds), TimeUnit.MILLISECONDS)) {
                throw Api.stopped();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Api.stopped();
        }
    }

    boolean ended() {
        return ended.getCount() == 0;
    }

    void end() {
        ended.countDown();
    }
}
