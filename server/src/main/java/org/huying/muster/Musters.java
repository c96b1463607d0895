package org.huying.muster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.muster.Muster.Said;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored musters.
@Repository
class Musters {

    private final JdbcClient jdbc;

    Musters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Muster muster) {
        var called = muster.called();
        jdbc.sql(
                        """
                        INSERT INTO muster.muster (region, id, version, kind, name, area, place, words, task, tasks, called_at,
                                                   called_by, by_name, answer_by)
                        VALUES (:region, :id, 1, :kind, :name, :area, :place, :words, :task::text, :tasks, :at, :by, :byName,
                                :answerBy)
                        """)
                .param("region", muster.region())
                .param("id", muster.id())
                .param("kind", muster.kind())
                .param("name", muster.name())
                .param("area", muster.area().value())
                .param("place", muster.place())
                .param("words", muster.words())
                .param("task", muster.errand().kind().orElse(null))
                .param("tasks", muster.errand().given())
                .param("at", at(called.at()))
                .param("by", called.account())
                .param("byName", called.by())
                .param("answerBy", at(muster.answerBy()))
                .update();
    }

    /// False when it was ended meanwhile.
    boolean end(Muster muster, Said end) {
        return jdbc.sql(
                                """
                                UPDATE muster.muster
                                   SET version = version + 1, ended_at = :at, ended_by = :by, end_words = :words
                                 WHERE region = :region AND id = :id AND version = :version AND ended_at IS NULL
                                """)
                        .param("at", at(end.at()))
                        .param("by", end.by())
                        .param("words", end.words())
                        .param("region", muster.region())
                        .param("id", muster.id())
                        .param("version", muster.version())
                        .update()
                == 1;
    }

    Optional<Muster> find(String region, UUID id) {
        return jdbc.sql("SELECT * FROM muster.muster WHERE region = :region AND id = :id")
                .param("region", region)
                .param("id", id)
                .query(Musters::row)
                .optional();
    }

    /// Those within these areas, and those to which this person was called; newest first, before the muster `before`.
    List<Muster> list(String region, List<String> areas, UUID person, UUID before, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM muster.muster m
                         WHERE m.region = :region AND m.id < :before
                           AND (EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area)
                                         WHERE m.area >= a.area AND m.area < a.area || ':')
                                OR EXISTS (SELECT FROM muster.call c
                                            WHERE c.region = m.region AND c.muster = m.id AND c.person = :person))
                         ORDER BY m.id DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("before", before)
                .param("areas", areas.toArray(String[]::new))
                .param("person", person)
                .param("limit", limit)
                .query(Musters::row)
                .list();
    }

    private static Muster row(ResultSet row, int number) throws SQLException {
        var ended = time(row, "ended_at");
        var words = row.getString("end_words");
        var by = row.getString("ended_by");
        return new Muster(
                row.getString("region"),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("kind"),
                row.getString("name"),
                TerritoryCode.of(row.getString("area")),
                row.getString("place"),
                row.getString("words"),
                new Muster.Errand(Optional.ofNullable(row.getString("task")), row.getInt("tasks")),
                new Said(
                        time(row, "called_at").orElseThrow(),
                        row.getObject("called_by", UUID.class),
                        row.getString("by_name"),
                        ""),
                time(row, "answer_by").orElseThrow(),
                ended.map(it -> new Said(it, new UUID(0, 0), by, words)));
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
