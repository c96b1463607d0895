package org.huying.whistle;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reads for the modules above: notices, reports.
public interface WhistleSummaries {

    /// The whistles as they stand now, in one query; unknown ids are missing from the answer.
    List<WhistleSummary> of(String region, Collection<UUID> ids);
}
