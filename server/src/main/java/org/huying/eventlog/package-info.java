/// The event log: how modules tell each other what has happened. A fact is one row, written in the same transaction (best:
/// the same statement) as the change; every consumer reads in order with a cursor of its own and applies each fact once.
@ApplicationModule(
        displayName = "Event log",
        allowedDependencies = {"database"})
@NullMarked
package org.huying.eventlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
