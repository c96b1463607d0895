package org.huying.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.huying.matter.loop.Step;

/// Reads a stored history row.
final class StepRow {

    private StepRow() {}

    static Step read(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getString("region"),
                row.getObject("matter", UUID.class),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("note"),
                row.getString("facts"),
                row.getBytes("hash"));
    }
}
