package org.huying.demo;

import java.util.concurrent.ThreadLocalRandom;
import org.huying.client.Api;

/// How long people take, in seconds; `pace` 1 is the demo's, smaller is faster.
record Pause(double pace) {

    void between(int least, int most) {
        long millis =
                (long)
                        (pace
                                * 1000
                                * (least
                                        + ThreadLocalRandom.current().nextDouble()
                                                * (most - least)));
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Api.stopped();
        }
    }
}
