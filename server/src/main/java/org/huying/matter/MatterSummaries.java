package org.huying.matter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads for the modules above: read models, notices, reports.
public interface MatterSummaries {

    /// The matters as they stand now, in one query; unknown ids are missing from the answer.
    List<MatterSummary> of(String region, Collection<UUID> ids);

    Optional<MatterSummary> byNumber(String region, String number);

    /// Every matter of a region in id order, streamed in chunks, for rebuilding a read model.
    void forEach(String region, Consumer<List<MatterSummary>> chunk);

    /// The regions that have matters.
    List<String> regions();
}
