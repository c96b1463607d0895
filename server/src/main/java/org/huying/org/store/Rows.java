package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.OrganisationKind;
import org.huying.territory.TerritoryCode;

/// The rows of org as they are stored.
public final class Rows {
    private Rows() {}

    public record Span(LocalDate from, Optional<LocalDate> to) {}

    public record Body(
            UUID id,
            String key,
            String name,
            OrganisationKind kind,
            Optional<UUID> parent,
            Optional<TerritoryCode> anchor,
            Span span,
            long version) {}

    public record Post(
            UUID id, String key, String name, UUID organisation, TerritoryCode area, Span span) {}

    public record Tenure(UUID id, UUID post, UUID person, String name, Span span) {}

    public record Duty(
            UUID id, UUID unit, String subject, TerritoryCode area, int priority, Span span) {}

    static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static TerritoryCode area(ResultSet row) throws SQLException {
        return TerritoryCode.of(row.getString("area"));
    }
}
