package org.huying.muster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.muster.Muster.Answer;
import org.huying.muster.Muster.Called;
import org.huying.muster.Muster.Counts;
import org.huying.muster.Muster.OfTeam;
import org.huying.muster.Muster.Said;
import org.huying.org.Seats.Member;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was called, and what they answered.
@Repository
class Calls implements MusterCalls {

    private static final String COUNTS =
            """
            count(*) AS called, count(*) FILTER (WHERE answer = 'COMING') AS coming,
            count(*) FILTER (WHERE answer = 'UNABLE') AS unable, count(*) FILTER (WHERE answer = 'ARRIVED') AS arrived,
            count(*) FILTER (WHERE answer IS NULL) AS waiting
            """;

    private final JdbcClient jdbc;

    Calls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Calls these people; somebody who is in two of the teams is called once. Answers how many were called.
    int add(String region, UUID muster, List<Member> members) {
        return jdbc.sql(
                        """
                        INSERT INTO muster.call (region, muster, person, name, team, team_name, area, lead)
                        SELECT :region, :muster, person, name, team, team_name, area, lead
                          FROM unnest(:persons::uuid[], :names::text[], :teams::uuid[], :teamNames::text[], :areas::text[],
                                      :leads::boolean[]) AS new (person, name, team, team_name, area, lead)
                        ON CONFLICT DO NOTHING
                        """)
                .param("region", region)
                .param("muster", muster)
                .param("persons", members.stream().map(Member::person).toArray(UUID[]::new))
                .param("names", members.stream().map(Member::name).toArray(String[]::new))
                .param("teams", members.stream().map(Member::team).toArray(UUID[]::new))
                .param("teamNames", members.stream().map(Member::teamName).toArray(String[]::new))
                .param(
                        "areas",
                        members.stream().map(it -> it.area().value()).toArray(String[]::new))
                .param("leads", members.stream().map(Member::lead).toArray(Boolean[]::new))
                .update();
    }

    /// Stores an answer to a call that has been answered so often; false when somebody was faster or the muster is over.
    boolean answer(String region, UUID muster, Called called, Answer answer, Said said) {
        return jdbc.sql(
                                """
                                WITH said AS (
                                    UPDATE muster.call c SET answer = :answer, answered_at = :at, answers = answers + 1
                                     WHERE region = :region AND muster = :muster AND person = :person AND answers = :answers
                                       AND EXISTS (SELECT FROM muster.muster m
                                                    WHERE m.region = c.region AND m.id = c.muster AND m.ended_at IS NULL)
                                    RETURNING answers)
                                INSERT INTO muster.answer (region, muster, person, seq, answer, at, by_account, by_name, words)
                                SELECT :region, :muster, :person, said.answers, :answer, :at, :by, :byName, :words FROM said
                                """)
                        .param("answer", answer.name())
                        .param("at", Musters.at(said.at()))
                        .param("region", region)
                        .param("muster", muster)
                        .param("person", called.person())
                        .param("answers", called.answers())
                        .param("by", said.account())
                        .param("byName", said.by())
                        .param("words", said.words())
                        .update()
                == 1;
    }

    Optional<Called> find(String region, UUID muster, UUID person) {
        return jdbc.sql(
                        """
                        SELECT * FROM muster.call WHERE region = :region AND muster = :muster AND person = :person
                        """)
                .param("region", region)
                .param("muster", muster)
                .param("person", person)
                .query(Calls::row)
                .optional();
    }

    /// By person after `after`, of one team or all, only those with an answer or all.
    ///
    /// @param answer an answer, or `WAITING` for those who have not answered
    List<Called> page(
            Muster muster, Optional<UUID> team, Optional<String> answer, UUID after, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM muster.call
                         WHERE region = :region AND muster = :muster AND person > :after
                           AND (:team::uuid IS NULL OR team = :team::uuid)
                           AND (:answer::text IS NULL OR coalesce(answer, 'WAITING') = :answer)
                         ORDER BY person LIMIT :limit
                        """)
                .param("region", muster.region())
                .param("muster", muster.id())
                .param("after", after)
                .param("team", team.map(UUID::toString).orElse(null))
                .param("answer", answer.orElse(null))
                .param("limit", limit)
                .query(Calls::row)
                .list();
    }

    List<OfTeam> teams(Muster muster) {
        return jdbc.sql(
                        "SELECT team, max(team_name) AS team_name, max(area) AS area, "
                                + COUNTS
                                + """
                                  FROM muster.call WHERE region = :region AND muster = :muster
                                 GROUP BY team ORDER BY max(area), team
                                """)
                .param("region", muster.region())
                .param("muster", muster.id())
                .query((row, _) ->
                        new OfTeam(
                                row.getObject("team", UUID.class),
                                row.getString("team_name"),
                                TerritoryCode.of(row.getString("area")),
                                new Counts(
                                        row.getInt("called"),
                                        row.getInt("coming"),
                                        row.getInt("unable"),
                                        row.getInt("arrived"),
                                        row.getInt("waiting"))))
                .list();
    }

    @Override
    public List<UUID> called(String region, UUID muster) {
        return jdbc.sql(
                        "SELECT person FROM muster.call WHERE region = :region AND muster = :muster")
                .param("region", region)
                .param("muster", muster)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Called row(ResultSet row, int number) throws SQLException {
        return new Called(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("team", UUID.class),
                row.getString("team_name"),
                TerritoryCode.of(row.getString("area")),
                row.getBoolean("lead"),
                Optional.ofNullable(row.getString("answer")).map(Answer::valueOf),
                Musters.time(row, "answered_at"),
                row.getInt("answers"));
    }
}
