package org.huying.power;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.calendar.Shift;
import org.huying.power.Exercise.Act;
import org.huying.power.Exercise.By;
import org.huying.power.Exercise.Word;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored uses of powers and what was said to them.
@Repository
class Exercises {

    private final JdbcClient jdbc;

    Exercises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Exercise exercise) {
        var item = exercise.item();
        jdbc.sql(
                        """
                        INSERT INTO power.exercise (region, id, playbook, playbook_version, item, item_class, name, basis, area,
                                                    node, by_account, by_name, department, title, body, matter, whistle,
                                                    used_at, object_by, answer_by, state, words)
                        VALUES (:region, :id, :playbook, :playbookVersion, :item, :itemClass, :name, :basis, :area, :node,
                                :by, :byName, :department, :title, :body, :matter::uuid, :whistle::uuid, :used,
                                :objectBy::timestamptz, :answerBy::timestamptz, 'USED', 0)
                        """)
                .param("region", exercise.region())
                .param("id", exercise.id())
                .param("playbook", item.playbook())
                .param("playbookVersion", item.playbookVersion())
                .param("item", item.key())
                .param("itemClass", item.itemClass())
                .param("name", item.name())
                .param("basis", item.basis())
                .param("area", exercise.area().value())
                .param("node", exercise.node())
                .param("by", exercise.by().account())
                .param("byName", exercise.by().name())
                .param("department", exercise.department())
                .param("title", exercise.title())
                .param("body", exercise.text())
                .param("matter", exercise.matter().map(UUID::toString).orElse(null))
                .param("whistle", exercise.whistle().map(UUID::toString).orElse(null))
                .param("used", at(exercise.limits().used()))
                .param("objectBy", exercise.limits().objectBy().map(Instant::toString).orElse(null))
                .param("answerBy", exercise.limits().answerBy().map(Instant::toString).orElse(null))
                .update();
    }

    /// Adds a word to a use that has so many; false when somebody else was faster.
    boolean say(Exercise exercise, Word word, ExerciseState next) {
        return jdbc.sql(
                                """
                                WITH moved AS (
                                    UPDATE power.exercise
                                       SET state = :state, words = words + 1,
                                           object_by = coalesce(:objectDue::timestamptz, object_by),
                                           answer_by = coalesce(:answerDue::timestamptz, answer_by)
                                     WHERE region = :region AND id = :id AND words = :words RETURNING 1)
                                INSERT INTO power.word (region, exercise, seq, act, agreed, at, by_account, by_name, body,
                                                        object_was, object_due, answer_was, answer_due)
                                SELECT :region, :id, :words + 1, :act, :agreed::boolean, :at::timestamptz, :by::uuid, :byName,
                                       :body, :objectWas::timestamptz, :objectDue::timestamptz, :answerWas::timestamptz,
                                       :answerDue::timestamptz
                                  FROM moved
                                """)
                        .param("state", next.name())
                        .param("region", exercise.region())
                        .param("id", exercise.id())
                        .param("words", exercise.words().size())
                        .param("act", word.act().name())
                        .param("agreed", word.agreed().map(Object::toString).orElse(null))
                        .param("at", at(word.at()))
                        .param("by", word.by().account())
                        .param("byName", word.by().name())
                        .param("body", word.text())
                        .param("objectWas", text(word.moved().objection(), Shift::was))
                        .param("objectDue", text(word.moved().objection(), Shift::due))
                        .param("answerWas", text(word.moved().answer(), Shift::was))
                        .param("answerDue", text(word.moved().answer(), Shift::due))
                        .update()
                == 1;
    }

    Optional<Exercise> find(String region, UUID id) {
        var rows =
                jdbc.sql("SELECT * FROM power.exercise WHERE region = :region AND id = :id")
                        .param("region", region)
                        .param("id", id)
                        .query(Exercises::row)
                        .list();
        return withWords(region, rows).stream().findFirst();
    }

    /// What a list is narrowed to: uses by these places' desks, towards these departments, or within these areas.
    record Filter(List<String> areas, List<UUID> departments, Optional<String> state) {}

    /// Newest first, before the use `before`.
    List<Exercise> list(String region, Filter filter, UUID before, int limit) {
        var rows =
                jdbc.sql(
                                """
                                SELECT * FROM power.exercise e
                                 WHERE e.region = :region AND e.id < :before
                                   AND (EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area)
                                                 WHERE e.area >= a.area AND e.area < a.area || ':')
                                        OR e.department = ANY (:departments))
                                   AND (:state::text IS NULL OR e.state = :state)
                                 ORDER BY e.id DESC LIMIT :limit
                                """)
                        .param("region", region)
                        .param("before", before)
                        .param("areas", filter.areas().toArray(String[]::new))
                        .param("departments", filter.departments().toArray(UUID[]::new))
                        .param("state", filter.state().orElse(null))
                        .param("limit", limit)
                        .query(Exercises::row)
                        .list();
        return withWords(region, rows);
    }

    /// Uses of a region to which something may still be said, in id order after `after`.
    List<Exercise> running(String region, UUID after, int size) {
        var rows =
                jdbc.sql(
                                """
                                SELECT * FROM power.exercise
                                 WHERE region = :region AND id > :after
                                   AND state IN ('USED', 'OBJECTED', 'MAINTAINED', 'UPHELD')
                                 ORDER BY id LIMIT :size
                                """)
                        .param("region", region)
                        .param("after", after)
                        .param("size", size)
                        .query(Exercises::row)
                        .list();
        return withWords(region, rows);
    }

    /// Marks those whose answer is late as told of, and answers them.
    List<Exercise> late(Instant now, int most) {
        return jdbc.sql(
                        """
                        UPDATE power.exercise e SET told_late = true
                          FROM (SELECT region, id FROM power.exercise
                                 WHERE state IN ('USED', 'UPHELD') AND NOT told_late AND answer_by < :now
                                 ORDER BY answer_by LIMIT :most FOR UPDATE SKIP LOCKED) late
                         WHERE e.region = late.region AND e.id = late.id
                        RETURNING e.*
                        """)
                .param("now", at(now))
                .param("most", most)
                .query(Exercises::row)
                .list();
    }

    private List<Exercise> withWords(String region, List<Exercise> exercises) {
        if (exercises.isEmpty()) {
            return exercises;
        }
        Map<UUID, List<Said>> words =
                words(region, exercises.stream().map(Exercise::id).toList()).stream()
                        .collect(Collectors.groupingBy(Said::exercise));
        return exercises.stream()
                .map(it ->
                        with(
                                it,
                                words.getOrDefault(it.id(), List.of()).stream()
                                        .map(Said::word)
                                        .toList()))
                .toList();
    }

    private record Said(UUID exercise, Word word) {}

    private List<Said> words(String region, Collection<UUID> exercises) {
        return jdbc.sql(
                        """
                        SELECT * FROM power.word WHERE region = :region AND exercise = ANY (:exercises) ORDER BY exercise, seq
                        """)
                .param("region", region)
                .param("exercises", exercises.toArray(UUID[]::new))
                .query((row, _) ->
                        new Said(
                                row.getObject("exercise", UUID.class),
                                new Word(
                                        Act.valueOf(row.getString("act")),
                                        Optional.ofNullable((Boolean) row.getObject("agreed")),
                                        time(row, "at").orElseThrow(),
                                        by(row),
                                        row.getString("body"),
                                        new Exercise.Moved(
                                                shift(row, "object"), shift(row, "answer")))))
                .list();
    }

    private static Exercise with(Exercise it, List<Word> words) {
        return new Exercise(
                it.region(),
                it.id(),
                it.item(),
                it.area(),
                it.node(),
                it.by(),
                it.department(),
                it.title(),
                it.text(),
                it.matter(),
                it.whistle(),
                it.limits(),
                words);
    }

    private static Exercise row(ResultSet row, int number) throws SQLException {
        return new Exercise(
                row.getString("region"),
                row.getObject("id", UUID.class),
                new Exercise.Item(
                        row.getString("playbook"),
                        row.getInt("playbook_version"),
                        row.getString("item"),
                        row.getString("item_class"),
                        row.getString("name"),
                        row.getString("basis")),
                TerritoryCode.of(row.getString("area")),
                row.getString("node"),
                by(row),
                row.getObject("department", UUID.class),
                row.getString("title"),
                row.getString("body"),
                Optional.ofNullable(row.getObject("matter", UUID.class)),
                Optional.ofNullable(row.getObject("whistle", UUID.class)),
                new Exercise.Limits(
                        time(row, "used_at").orElseThrow(),
                        time(row, "object_by"),
                        time(row, "answer_by")),
                List.of());
    }

    private static By by(ResultSet row) throws SQLException {
        return new By(row.getObject("by_account", UUID.class), row.getString("by_name"));
    }

    private static @Nullable String text(Optional<Shift> shift, Function<Shift, Instant> moment) {
        return shift.map(moment).map(Instant::toString).orElse(null);
    }

    private static Optional<Shift> shift(ResultSet row, String limit) throws SQLException {
        var was = time(row, limit + "_was");
        var due = time(row, limit + "_due");
        return was.flatMap(from -> due.map(to -> new Shift(from, to)));
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
