package org.huying.org.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what a caller asks and records it, in one transaction.
@Component("orgActs")
class Acts {
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Acts(Audit audit, TransactionTemplate transaction, Clock clock) {
        this.audit = audit;
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

    LocalDate day(@Nullable LocalDate wanted) {
        return wanted == null ? TerritoryDay.of(clock.instant()) : wanted;
    }
}
