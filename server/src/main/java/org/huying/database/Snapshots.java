package org.huying.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What a module keeps in memory of each region: loaded when first asked for, replaced as a whole when its revision in
/// the database has grown. A change made on this server is seen as soon as it is committed, one made on another
/// within a second. Readers never wait for a reload.
public final class Snapshots<S> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    /// Within this time a change is known on every server.
    public static final Duration SPREAD = Duration.ofSeconds(2);

    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final int MOST_REGIONS = 512;

    /// A snapshot with the revision that was read before its rows.
    public record Versioned<S>(long revision, S content) {}

    /// Where snapshots come from.
    public interface Source<S> {
        Versioned<S> load(String region);

        /// The present revisions of these regions, in one query; those never changed may be missing.
        Map<String, Long> revisions(List<String> regions);
    }

    private final String name;
    private final Source<S> source;
    private final Cache<String, Versioned<S>> cache =
            Caffeine.newBuilder().maximumSize(MOST_REGIONS).build();
    private final Map<String, CompletableFuture<Optional<Versioned<S>>>> loading =
            new ConcurrentHashMap<>();
    private volatile @Nullable Thread watch;

    public Snapshots(String name, Source<S> source) {
        this.name = name;
        this.source = source;
    }

    public S of(String region) {
        return present(region).content();
    }

    /// What `of` answers after this is of this revision or younger.
    public long revision(String region) {
        return present(region).revision();
    }

    private Versioned<S> present(String region) {
        var known = cache.getIfPresent(region);
        if (known != null) {
            return known;
        }
        // whoever holds a connection waits for nobody: who loads may be waiting for a connection
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? load(region)
                : first(region);
    }

    /// Loaded by one, awaited by the others; when that one fails each tries for itself.
    private Versioned<S> first(String region) {
        var own = new CompletableFuture<Optional<Versioned<S>>>();
        var other = loading.putIfAbsent(region, own);
        if (other != null) {
            return other.join().orElseGet(() -> load(region));
        }
        try {
            var loaded = load(region);
            own.complete(Optional.of(loaded));
            return loaded;
        } finally {
            loading.remove(region, own);
            own.complete(Optional.empty());
        }
    }

    private Versioned<S> load(String region) {
        return keep(region, source.load(region));
    }

    /// The younger of the two stays.
    private Versioned<S> keep(String region, Versioned<S> loaded) {
        return cache.asMap()
                .merge(
                        region,
                        loaded,
                        (old, young) -> old.revision() > young.revision() ? old : young);
    }

    /// Tells that this region has changed: reloads it once the present transaction has been committed, or at once.
    public void changed(String region) {
        AfterCommit.run(() -> reload(region));
    }

    /// Replaces every snapshot whose revision has grown.
    public void refresh() {
        var known = cache.asMap();
        if (known.isEmpty()) {
            return;
        }
        var present = source.revisions(List.copyOf(known.keySet()));
        known.forEach((region, snapshot) -> {
            if (present.getOrDefault(region, 0L) > snapshot.revision()) {
                reload(region);
            }
        });
    }

    /// Starts looking for changes made elsewhere.
    public void start() {
        var thread = Thread.ofVirtual().name("snapshots-" + name).unstarted(this::watch);
        watch = thread; // before it runs: it ends as soon as it finds none
        thread.start();
    }

    @Override
    public void close() {
        var thread = watch;
        watch = null;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (watch != null) {
            LockSupport.parkNanos(PAUSE_NANOS);
            try {
                if (watch != null) {
                    refresh();
                }
            } catch (RuntimeException e) {
                LOG.warn("Cannot look for changes of {}: {}", name, e.toString());
            }
        }
    }

    private void reload(String region) {
        if (cache.getIfPresent(region) == null) {
            return; // whoever asks next loads it
        }
        load(region);
    }
}
