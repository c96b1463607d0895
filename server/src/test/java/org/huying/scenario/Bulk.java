package org.huying.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes many stories through one stage at a time: a few hundred in a transaction, several transactions side by side.
@TestComponent
class Bulk {

    private static final int CHUNK = 250;
    private static final int AT_ONCE = 3;

    private final TransactionTemplate transaction;

    Bulk(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T> void each(List<T> stories, Consumer<T> stage) {
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < stories.size(); from += CHUNK) {
                var part = stories.subList(from, Math.min(from + CHUNK, stories.size()));
                work.add(
                        threads.submit(
                                () -> transaction.executeWithoutResult(_ -> part.forEach(stage))));
            }
        }
        work.forEach(Bulk::done);
    }

    /// In one transaction after another, for what takes numbers in turn.
    void inTurn(int count, Consumer<Integer> step) {
        for (int from = 0; from < count; from += CHUNK) {
            int first = from;
            int end = Math.min(from + CHUNK, count);
            transaction.executeWithoutResult(_ -> {
                for (int i = first; i < end; i++) {
                    step.accept(i);
                }
            });
        }
    }

    private static void done(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError("A story got stuck", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
