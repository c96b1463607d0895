package org.huying.database;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.boot.SpringApplication;

/// What is done when a process of tests ends: the latest first, and not before every Spring context has closed, for those
/// still ask the database then.
final class AtTheEnd {

    private static final Deque<Runnable> ACTS = new ArrayDeque<>();
    private static boolean contexts;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtTheEnd::withoutContexts));
    }

    private AtTheEnd() {}

    static synchronized void run(Runnable act) {
        ACTS.push(act);
    }

    /// From now on there are contexts in this process.
    static synchronized void afterContexts() {
        if (!contexts) {
            contexts = true;
            SpringApplication.getShutdownHandlers().add(AtTheEnd::all);
        }
    }

    private static synchronized void withoutContexts() {
        if (!contexts) {
            all();
        }
    }

    private static synchronized void all() {
        while (!ACTS.isEmpty()) {
            ACTS.pop().run();
        }
    }
}
