/// The database: an embedded, durable PostgreSQL by default or the one named by `HUYING_DB_URL`; its migrations, one
/// schema per module; ids and the few building blocks that repositories share. No other module opens connections.
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package org.huying.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
