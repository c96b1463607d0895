package org.huying.matter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.huying.matter.loop.Matter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The matters this process worked on lately, as they were stored. Another node may have moved them since: whoever
/// decides by one of them names its version when writing, and whoever reads along names the version that is news.
@Component
class RecentMatters {

    private final Cache<MatterId, Matter> matters =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /// The matter, if it is known in this version or a later one.
    Optional<Matter> since(MatterId id, int version) {
        return Optional.ofNullable(matters.getIfPresent(id)).filter(it -> it.version() >= version);
    }

    /// Keeps what has been stored. Within a transaction, which may yet fail, the matter is forgotten instead.
    void keep(Matter stored) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            forget(stored.id());
        } else {
            matters.asMap()
                    .merge(
                            stored.id(),
                            stored,
                            (one, other) -> one.version() > other.version() ? one : other);
        }
    }

    void forget(MatterId id) {
        matters.invalidate(id);
    }
}
