package org.huying.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Reads for the modules above: notices, reports.
public interface TaskSummaries {

    /// A task as other modules may keep it: facts and identifiers, no person's details.
    record TaskSummary(
            String region,
            UUID id,
            String kind,
            String name,
            String state,
            TerritoryCode area,
            UUID unit,
            Optional<UUID> person,
            Instant due) {}

    /// The tasks as they stand now, in one query; unknown ids are missing from the answer.
    List<TaskSummary> of(String region, Collection<UUID> ids);
}
