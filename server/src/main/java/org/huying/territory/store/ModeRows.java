package org.huying.territory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `territory.mode_switch`.
@Repository
public class ModeRows {
    private static final String SELECT =
            """
            SELECT id, area, mode, starts_at, ends_at, reason, switched_by, switched_at, ended_by, ended_reason, version
              FROM territory.mode_switch
            """;

    private final JdbcClient jdbc;

    public ModeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mode for an area, from its first moment until before its last.
    public record Spell(TerritoryCode area, String mode, Instant from, Optional<Instant> until) {}

    /// On whose word, why and when it was said.
    public record Word(UUID by, String reason, Instant at) {}

    /// One switch as it is stored.
    ///
    /// @param ended who switched it off before its time, and why
    public record ModeRow(
            UUID id,
            Spell spell,
            Word word,
            Optional<UUID> ended,
            Optional<String> endReason,
            long version) {

        public boolean covers(Instant at) {
            return !at.isBefore(spell.from()) && spell.until().map(at::isBefore).orElse(true);
        }
    }

    /// Every switch of a region, the latest first.
    public List<ModeRow> ofRegion(String region) {
        return jdbc.sql(SELECT + " WHERE region = :region ORDER BY starts_at DESC, id DESC")
                .param("region", region)
                .query(ModeRows::row)
                .list();
    }

    public Optional<ModeRow> find(String region, UUID id) {
        return jdbc.sql(SELECT + " WHERE region = :region AND id = :id")
                .param("region", region)
                .param("id", id)
                .query(ModeRows::row)
                .optional();
    }

    /// Whether a mode of exactly this area overlaps the spell.
    public boolean overlaps(String region, Spell spell) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM territory.mode_switch
                                        WHERE region = :region AND area = :area
                                          AND (ends_at IS NULL OR ends_at > :from)
                                          AND (:until::timestamptz IS NULL OR starts_at < :until))
                        """)
                .param("region", region)
                .param("area", spell.area().value())
                .param("from", time(spell.from()))
                .param("until", spell.until().map(ModeRows::time).orElse(null))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    public void add(String region, UUID id, Spell spell, Word word) {
        jdbc.sql(
                        """
                        INSERT INTO territory.mode_switch (region, id, area, mode, starts_at, ends_at, reason, switched_by,
                                                           switched_at)
                        VALUES (:region, :id, :area, :mode, :from, :until, :reason, :by, :at)
                        """)
                .param("region", region)
                .param("id", id)
                .param("area", spell.area().value())
                .param("mode", spell.mode())
                .param("from", time(spell.from()))
                .param("until", spell.until().map(ModeRows::time).orElse(null))
                .param("reason", word.reason())
                .param("by", word.by())
                .param("at", time(word.at()))
                .update();
    }

    /// Ends a switch that has not ended, at once or before it began; 0 when it is no longer at `version`.
    public int end(String region, UUID id, long version, Word word) {
        return jdbc.sql(
                        """
                        UPDATE territory.mode_switch
                           SET ends_at = greatest(:at, starts_at), ended_by = :by, ended_reason = :reason,
                               version = version + 1
                         WHERE region = :region AND id = :id AND version = :version
                           AND (ends_at IS NULL OR ends_at > :at)
                        """)
                .param("at", time(word.at()))
                .param("by", word.by())
                .param("reason", word.reason())
                .param("region", region)
                .param("id", id)
                .param("version", version)
                .update();
    }

    private static ModeRow row(ResultSet row, int number) throws SQLException {
        var spell =
                new Spell(
                        TerritoryCode.of(row.getString("area")),
                        row.getString("mode"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
        var word =
                new Word(
                        row.getObject("switched_by", UUID.class),
                        row.getString("reason"),
                        row.getObject("switched_at", OffsetDateTime.class).toInstant());
        @Nullable UUID ended = row.getObject("ended_by", UUID.class);
        return new ModeRow(
                row.getObject("id", UUID.class),
                spell,
                word,
                Optional.ofNullable(ended),
                Optional.ofNullable(row.getString("ended_reason")),
                row.getLong("version"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
