package org.huying.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kind of things with deadlines in working time. When the days of a county have changed, every kind is handed its open
/// things chunk by chunk, each chunk as often as need be: what has moved already does not move again.
public interface Recountable {

    /// The stored and public name, e.g. `task`.
    String kind();

    /// Counts the deadlines of the next open things after this id again, `most` of them, by the days that hold now.
    Chunk recount(String region, UUID after, int most);

    /// What became of one of them.
    enum Outcome {
        SAME,
        MOVED,
        /// Somebody else was faster every time.
        LOST
    }

    /// What became of a chunk.
    ///
    /// @param last the last one that was looked at; empty for none
    record Chunk(int looked, int moved, int failed, Optional<UUID> last) {

        private static final int ATTEMPTS = 3;
        private static final Logger LOG = LoggerFactory.getLogger(Recountable.class);

        /// Counts each of a page. Where somebody else was faster, it is looked at `again`; one that cannot be counted does
        /// not stop the others.
        public static <T> Chunk of(
                List<T> page,
                Function<T, UUID> id,
                Function<T, Outcome> recount,
                Function<T, Optional<T>> again) {
            int moved = 0;
            int failed = 0;
            for (var one : page) {
                try {
                    switch (insist(one, recount, again)) {
                        case MOVED -> moved++;
                        case LOST -> failed++;
                        case SAME -> {}
                    }
                } catch (RuntimeException e) {
                    LOG.warn("The deadlines of {} cannot be recounted", id.apply(one), e);
                    failed++;
                }
            }
            var last =
                    page.isEmpty() ? Optional.<UUID>empty() : Optional.of(id.apply(page.getLast()));
            return new Chunk(page.size(), moved, failed, last);
        }

        private static <T> Outcome insist(
                T one, Function<T, Outcome> recount, Function<T, Optional<T>> again) {
            var now = Optional.of(one);
            for (int i = 0; i < ATTEMPTS && now.isPresent(); i++) {
                var outcome = recount.apply(now.get());
                if (outcome != Outcome.LOST) {
                    return outcome;
                }
                now = again.apply(one);
            }
            return now.isPresent() ? Outcome.LOST : Outcome.SAME;
        }
    }
}
