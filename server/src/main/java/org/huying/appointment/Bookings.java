package org.huying.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.appointment.Booking.State;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored bookings.
@Repository
class Bookings {

    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the first free seat of so many; false when there is none, or when the key was used before.
    boolean add(Booking booking, int seats, Optional<UUID> key) {
        var at = booking.at();
        return jdbc.sql(
                                """
                                INSERT INTO appointment.booking (region, id, version, number, request_key, opens, name, area,
                                                                 starts_at, ends_at, seat, service, subject, visitor, phone,
                                                                 phone_index, booked_by, on_behalf, booked_at, state)
                                SELECT :region, :id, 1, :number, :key::uuid, :window, :name, :area, :starts, :ends, s.seat,
                                       :service, :subject, :visitor, :phone, :index, :by, :onBehalf, :bookedAt, 'BOOKED'
                                  FROM generate_series(1, :seats) AS s (seat)
                                 WHERE NOT EXISTS (SELECT FROM appointment.booking b
                                                    WHERE b.region = :region AND b.area = :area AND b.opens = :window
                                                      AND b.starts_at = :starts AND b.seat = s.seat AND b.state <> 'CANCELLED')
                                 ORDER BY s.seat LIMIT 1
                                ON CONFLICT DO NOTHING
                                """)
                        .param("region", booking.region())
                        .param("id", booking.id())
                        .param("number", booking.number())
                        .param("key", key.map(UUID::toString).orElse(null))
                        .param("window", at.window())
                        .param("name", at.name())
                        .param("area", at.area().value())
                        .param("starts", time(at.slot().starts()))
                        .param("ends", time(at.slot().ends()))
                        .param("service", booking.service().orElse(null))
                        .param("subject", booking.subject())
                        .param("visitor", booking.visitor().name())
                        .param("phone", booking.visitor().phone())
                        .param("index", booking.visitor().index())
                        .param("by", booking.by().account())
                        .param("onBehalf", booking.by().onBehalf())
                        .param("bookedAt", time(booking.by().at()))
                        .param("seats", seats)
                        .update()
                == 1;
    }

    /// False when the stored version is no longer this one.
    boolean close(Booking booking, State state, Booking.Closing closing) {
        return jdbc.sql(
                                """
                                UPDATE appointment.booking
                                   SET version = version + 1, state = :state, closed_at = :at, closed_by = :by,
                                       closed_name = :name, note = :note, matter = :matter::uuid
                                 WHERE region = :region AND id = :id AND version = :version AND state = 'BOOKED'
                                """)
                        .param("state", state.name())
                        .param("at", time(closing.at()))
                        .param("by", closing.by())
                        .param("name", closing.name())
                        .param("note", closing.note())
                        .param("matter", closing.matter().map(UUID::toString).orElse(null))
                        .param("region", booking.region())
                        .param("id", booking.id())
                        .param("version", booking.version())
                        .update()
                == 1;
    }

    Optional<Booking> find(String region, UUID id) {
        return one("id = :key", region, id);
    }

    Optional<Booking> byNumber(String region, String number) {
        return one("number = :key", region, number);
    }

    Optional<Booking> byRequest(String region, UUID key) {
        return one("request_key = :key", region, key);
    }

    private Optional<Booking> one(String condition, String region, Object key) {
        return jdbc.sql("SELECT * FROM appointment.booking WHERE region = :region AND " + condition)
                .param("region", region)
                .param("key", key)
                .query(Bookings::row)
                .optional();
    }

    /// How many visits somebody with this phone still has before him.
    int ahead(String region, byte[] phone, Instant now) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM appointment.booking
                         WHERE region = :region AND phone_index = :phone AND state = 'BOOKED' AND starts_at > :now
                        """)
                .param("region", region)
                .param("phone", phone)
                .param("now", time(now))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// How many seats are taken of each slot of a window between two moments.
    Map<Instant, Integer> taken(TerritoryCode area, String window, Instant from, Instant until) {
        return jdbc
                .sql(
                        """
                        SELECT starts_at, count(*) AS taken FROM appointment.booking
                         WHERE region = :region AND area = :area AND opens = :window AND starts_at >= :from
                           AND starts_at < :until AND state <> 'CANCELLED'
                         GROUP BY starts_at
                        """)
                .param("region", area.region())
                .param("area", area.value())
                .param("window", window)
                .param("from", time(from))
                .param("until", time(until))
                .query((row, _) -> Map.entry(instant(row, "starts_at"), row.getInt("taken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Visits within an area between two moments, in order, after the visit `after`.
    List<Booking> within(TerritoryCode area, Instant from, Instant until, UUID after, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM appointment.booking b
                         WHERE region = :region AND area >= :area AND area < :end AND starts_at >= :from AND starts_at < :until
                           AND (starts_at, id) > (coalesce((SELECT starts_at FROM appointment.booking
                                                             WHERE region = :region AND id = :after), '-infinity'), :after)
                         ORDER BY starts_at, id LIMIT :limit
                        """)
                .param("region", area.region())
                .param("area", area.value())
                .param("end", area.end())
                .param("from", time(from))
                .param("until", time(until))
                .param("after", after)
                .param("limit", limit)
                .query(Bookings::row)
                .list();
    }

    /// The visits of one window within an area.
    record Count(
            String window,
            String name,
            long booked,
            long kept,
            long missed,
            long cancelled,
            long matters) {}

    List<Count> counts(TerritoryCode area, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        SELECT opens, max(name) AS name, count(*) AS booked, count(*) FILTER (WHERE state = 'KEPT') AS kept,
                               count(*) FILTER (WHERE state = 'MISSED') AS missed,
                               count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled, count(matter) AS matters
                          FROM appointment.booking
                         WHERE region = :region AND area >= :area AND area < :end AND starts_at >= :from AND starts_at < :until
                         GROUP BY opens ORDER BY opens
                        """)
                .param("region", area.region())
                .param("area", area.value())
                .param("end", area.end())
                .param("from", time(from))
                .param("until", time(until))
                .query((row, _) ->
                        new Count(
                                row.getString("opens"),
                                row.getString("name"),
                                row.getLong("booked"),
                                row.getLong("kept"),
                                row.getLong("missed"),
                                row.getLong("cancelled"),
                                row.getLong("matters")))
                .list();
    }

    private static Booking row(ResultSet row, int number) throws SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Booking(
                row.getString("region"),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                new Booking.At(
                        row.getString("opens"),
                        row.getString("name"),
                        TerritoryCode.of(row.getString("area")),
                        new Slot(instant(row, "starts_at"), instant(row, "ends_at"))),
                row.getInt("seat"),
                Optional.ofNullable(row.getString("service")),
                row.getString("subject"),
                new Booking.Visitor(
                        row.getBytes("visitor"),
                        row.getBytes("phone"),
                        row.getBytes("phone_index")),
                new Booking.By(
                        row.getObject("booked_by", UUID.class),
                        row.getBoolean("on_behalf"),
                        instant(row, "booked_at")),
                State.valueOf(row.getString("state")),
                closedAt == null
                        ? Optional.empty()
                        : Optional.of(
                                new Booking.Closing(
                                        row.getObject("closed_by", UUID.class),
                                        row.getString("closed_name"),
                                        closedAt.toInstant(),
                                        row.getString("note"),
                                        Optional.ofNullable(row.getObject("matter", UUID.class)))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
