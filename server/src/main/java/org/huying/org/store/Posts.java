package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.org.store.Rows.Board;
import org.huying.org.store.Rows.Post;
import org.huying.org.store.Rows.Tenure;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.post` and `org.tenure`.
@Repository
public class Posts {
    private static final String TENURES =
            "SELECT id, post, person, name, valid_from, valid_to FROM org.tenure";

    private final JdbcClient jdbc;

    public Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Post> ofRegion(String region) {
        return jdbc.sql(
                        """
                        SELECT id, key, name, organisation, area, contact, duties, valid_from, valid_to
                          FROM org.post WHERE region = :region ORDER BY id
                        """)
                .param("region", region)
                .query(Posts::post)
                .list();
    }

    public List<Tenure> tenures(String region) {
        return jdbc.sql(TENURES + " WHERE region = :region ORDER BY id")
                .param("region", region)
                .query(Posts::tenure)
                .list();
    }

    /// A post with those who hold it on a day.
    public record Held(Post post, List<Tenure> holders) {}

    /// The posts that exist on a day in exactly these areas, with their holders, by area and key.
    public List<Held> in(String region, Collection<TerritoryCode> areas, LocalDate day) {
        var posts =
                jdbc.sql(
                                """
                                SELECT id, key, name, organisation, area, contact, duties, valid_from, valid_to
                                  FROM org.post
                                 WHERE region = :region AND area = ANY (:areas)
                                   AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
                                 ORDER BY area, key, id
                                """)
                        .param("region", region)
                        .param(
                                "areas",
                                areas.stream().map(TerritoryCode::value).toArray(String[]::new))
                        .param("day", day)
                        .query(Posts::post)
                        .list();
        var holders =
                jdbc
                        .sql(
                                TENURES
                                        + """
                                         WHERE region = :region AND post = ANY (:posts)
                                           AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
                                         ORDER BY valid_from, id
                                        """)
                        .param("region", region)
                        .param("posts", Column.ids(posts, Post::id))
                        .param("day", day)
                        .query(Posts::tenure)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Tenure::post));
        return posts.stream()
                .map(post -> new Held(post, holders.getOrDefault(post.id(), List.of())))
                .toList();
    }

    /// How many people hold a post in an area.
    public record Count(String key, TerritoryCode area, int held) {}

    /// The held posts within an area on a day, in one pass.
    public List<Count> held(TerritoryCode within, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT p.key, p.area, count(DISTINCT t.person) AS held
                          FROM org.post p JOIN org.tenure t ON t.region = p.region AND t.post = p.id
                         WHERE p.region = :region AND p.area >= :code AND p.area < :end
                           AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)
                           AND t.valid_from <= :day AND (t.valid_to IS NULL OR t.valid_to > :day)
                         GROUP BY p.key, p.area
                        """)
                .param("region", within.region())
                .param("code", within.value())
                .param("end", within.end())
                .param("day", day)
                .query((row, _) ->
                        new Count(row.getString("key"), Rows.area(row), row.getInt("held")))
                .list();
    }

    /// The posts that a person holds on a day.
    public List<Post> of(String region, UUID person, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.key, p.name, p.organisation, p.area, p.contact, p.duties, p.valid_from, p.valid_to
                          FROM org.post p JOIN org.tenure t ON t.region = p.region AND t.post = p.id
                         WHERE t.region = :region AND t.person = :person
                           AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)
                           AND t.valid_from <= :day AND (t.valid_to IS NULL OR t.valid_to > :day)
                         ORDER BY p.area, p.key
                        """)
                .param("region", region)
                .param("person", person)
                .param("day", day)
                .query(Posts::post)
                .list();
    }

    public void add(String region, List<Post> posts) {
        jdbc.sql(
                        """
                        INSERT INTO org.post (region, id, key, name, organisation, area, contact, duties, valid_from)
                        SELECT :region, id, key, name, organisation, area, contact, duties, valid_from
                          FROM unnest(:ids::uuid[], :keys::text[], :names::text[], :units::uuid[], :areas::text[],
                                      :contacts::text[], :duties::text[], :days::date[])
                               AS new (id, key, name, organisation, area, contact, duties, valid_from)
                        """)
                .param("region", region)
                .param("ids", Column.ids(posts, Post::id))
                .param("keys", Column.texts(posts, Post::key))
                .param("names", Column.texts(posts, Post::name))
                .param("units", Column.ids(posts, Post::organisation))
                .param("areas", Column.texts(posts, post -> post.area().value()))
                .param("contacts", Column.maybe(posts, String[]::new, it -> it.board().contact()))
                .param("duties", Column.maybe(posts, String[]::new, it -> it.board().duties()))
                .param("days", Column.days(posts, post -> post.span().from()))
                .update();
    }

    /// Adds tenures that are not open already; answers how many are new.
    public int hold(String region, List<Tenure> tenures) {
        return jdbc.sql(
                        """
                        INSERT INTO org.tenure (region, id, post, person, name, valid_from)
                        SELECT :region, id, post, person, name, valid_from
                          FROM unnest(:ids::uuid[], :posts::uuid[], :persons::uuid[], :names::text[], :days::date[])
                               AS new (id, post, person, name, valid_from)
                        ON CONFLICT (region, post, person) WHERE valid_to IS NULL DO NOTHING
                        """)
                .param("region", region)
                .param("ids", Column.ids(tenures, Tenure::id))
                .param("posts", Column.ids(tenures, Tenure::post))
                .param("persons", Column.ids(tenures, Tenure::person))
                .param("names", Column.texts(tenures, Tenure::name))
                .param("days", Column.days(tenures, one -> one.span().from()))
                .update();
    }

    /// Ends a post and its open tenures; 0 when there is no open post of this id that began before.
    public int end(String region, UUID id, LocalDate day) {
        return jdbc.sql(
                        """
                        WITH ended AS (
                            UPDATE org.post SET valid_to = :day
                             WHERE region = :region AND id = :id AND valid_to IS NULL AND valid_from <= :day
                            RETURNING id
                        ), left_posts AS (
                            UPDATE org.tenure SET valid_to = greatest(:day::date, valid_from)
                             WHERE region = :region AND post IN (SELECT id FROM ended) AND valid_to IS NULL
                        )
                        SELECT count(*) FROM ended
                        """)
                .param("day", day)
                .param("region", region)
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Ends these posts and their open tenures, none of them before it began.
    public void end(String region, List<UUID> ids, LocalDate day) {
        jdbc.sql(
                        """
                        WITH ended AS (
                            UPDATE org.post SET valid_to = greatest(:day::date, valid_from)
                             WHERE region = :region AND id = ANY (:ids) AND valid_to IS NULL
                            RETURNING id
                        )
                        UPDATE org.tenure SET valid_to = greatest(:day::date, valid_from)
                         WHERE region = :region AND post IN (SELECT id FROM ended) AND valid_to IS NULL
                        """)
                .param("day", day)
                .param("region", region)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    public int leave(String region, UUID tenure, LocalDate day) {
        return jdbc.sql(
                        """
                        UPDATE org.tenure SET valid_to = :day
                         WHERE region = :region AND id = :id AND valid_to IS NULL AND valid_from <= :day
                        """)
                .param("day", day)
                .param("region", region)
                .param("id", tenure)
                .update();
    }

    /// Keeps that one tenure followed another.
    public void handover(String region, UUID from, Tenure to, String note) {
        jdbc.sql(
                        """
                        INSERT INTO org.handover (region, id, post, from_tenure, to_tenure, day, note)
                        VALUES (:region, :id, :post, :from, :to, :day, :note)
                        """)
                .param("region", region)
                .param("id", Ids.next())
                .param("post", to.post())
                .param("from", from)
                .param("to", to.id())
                .param("day", to.span().from())
                .param("note", note)
                .update();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                Rows.id(row, "id"),
                row.getString("key"),
                row.getString("name"),
                Rows.id(row, "organisation"),
                Rows.area(row),
                new Board(Rows.text(row, "contact"), Rows.text(row, "duties")),
                Rows.span(row));
    }

    private static Tenure tenure(ResultSet row, int number) throws SQLException {
        return new Tenure(
                Rows.id(row, "id"),
                Rows.id(row, "post"),
                Rows.id(row, "person"),
                row.getString("name"),
                Rows.span(row));
    }
}
