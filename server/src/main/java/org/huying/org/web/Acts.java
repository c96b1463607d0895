package org.huying.org.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.org.store.OrgRevisions;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what a caller asks and records it, in one transaction.
@Component("orgActs")
class Acts {
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final OrgRevisions revisions;
    private final Clock clock;

    Acts(Audit audit, TransactionTemplate transaction, OrgRevisions revisions, Clock clock) {
        this.audit = audit;
        this.revisions = revisions;
        this.transaction = transaction;
        this.clock = clock;
    }

    <T> T perform(Caller caller, String region, String act, String subject, Supplier<T> deed) {
        return transaction.execute(_ -> {
            var result = deed.get();
            audit.acted(caller, region, act, subject, Optional.empty());
            return result;
        });
    }

    void perform(Caller caller, String region, String act, String subject, Runnable deed) {
        transaction.executeWithoutResult(_ -> {
            deed.run();
            audit.acted(caller, region, act, subject, Optional.empty());
        });
    }

    /// The same, unless the organisations of the region have changed since their revision was `seen`.
    ResponseEntity<Void> perform(
            Caller caller, String region, Seen seen, String act, String subject, Runnable deed) {
        return transaction.execute(_ -> {
            mustBeAt(region, seen);
            deed.run();
            audit.acted(caller, region, act, subject, Optional.empty());
            return Seen.now(revisions.of(region));
        });
    }

    /// Within a deed: nothing of the organisations changes meanwhile, and nothing has since `seen`.
    void mustBeAt(String region, Seen seen) {
        seen.at(revisions.locked(region));
    }

    /// The revision of the organisations of a region, to be read before they are.
    long revision(String region) {
        return revisions.of(region);
    }

    LocalDate day(@Nullable LocalDate wanted) {
        return wanted == null ? TerritoryDay.of(clock.instant()) : wanted;
    }
}
