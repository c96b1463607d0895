package org.huying.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads for the modules above: read models, notices, reports.
public interface MatterSummaries {

    /// The matters as they stand now, in one query; unknown ids are missing from the answer.
    List<MatterSummary> of(String region, Collection<UUID> ids);

    /// The same for matters that are known to have come to these versions: no older than that, but perhaps as they stood
    /// a moment ago.
    List<MatterSummary> since(String region, Map<UUID, Integer> versions);

    Optional<MatterSummary> byNumber(String region, String number);

    /// Every matter of a region in id order, streamed in chunks, for rebuilding a read model.
    void forEach(String region, Consumer<List<MatterSummary>> chunk);

    /// The regions that have matters.
    List<String> regions();
}
