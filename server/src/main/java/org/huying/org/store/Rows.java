package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    /// What the public board says of a post or a team besides its name.
    public record Board(Optional<String> contact, Optional<String> duties) {
        public static final Board EMPTY = new Board(Optional.empty(), Optional.empty());
    }

    public record Post(
            UUID id,
            String key,
            String name,
            UUID organisation,
            TerritoryCode area,
            Board board,
            Span span) {}

    public record Tenure(UUID id, UUID post, UUID person, String name, Span span) {}

    public record Duty(
            UUID id, UUID unit, String subject, TerritoryCode area, int priority, Span span) {}

    /// An area that a body works for.
    ///
    /// @param industry only for this industry there
    public record Coverage(
            UUID id, UUID organisation, TerritoryCode area, Optional<String> industry, Span span) {}

    /// A team on the territory.
    ///
    /// @param onBoard its members stand on the public board
    public record Team(
            UUID id,
            String key,
            String name,
            UUID organisation,
            TerritoryCode area,
            Optional<String> contact,
            boolean onBoard,
            Span span,
            long version) {}

    /// Somebody in a team.
    ///
    /// @param home the unit that has sent the person, where it is another
    public record Member(
            UUID id,
            UUID team,
            UUID person,
            String name,
            List<String> roles,
            boolean lead,
            Optional<UUID> home,
            Span span) {}

    /// A person in a shift of a team's roster.
    public record Turn(
            UUID id,
            UUID team,
            LocalDate day,
            String shift,
            UUID person,
            String name,
            Instant from,
            Instant until) {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

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
