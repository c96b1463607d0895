package org.huying.file;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets the rows of files after a while, and what was wrong with them. The counts stay.
@Component
class ImportForgetting {

    private static final int BATCH = 100;

    private final StoredImports stored;
    private final ImportParts parts;
    private final ImportFaults faults;
    private final FileSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportForgetting(
            StoredImports stored,
            ImportParts parts,
            ImportFaults faults,
            FileSettings settings,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.stored = stored;
        this.parts = parts;
        this.faults = faults;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        var now = clock.instant();
        var old = stored.old(now.minus(settings.kept()), BATCH);
        while (!old.isEmpty()) {
            old.forEach(id ->
                    transaction.executeWithoutResult(_ -> {
                        parts.forget(id);
                        faults.forget(id);
                        stored.emptied(id, now);
                    }));
            old = stored.old(now.minus(settings.kept()), BATCH);
        }
    }
}
