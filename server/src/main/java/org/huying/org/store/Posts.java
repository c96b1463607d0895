package org.huying.org.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.org.store.Rows.Post;
import org.huying.org.store.Rows.Tenure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.post` and `org.tenure`.
@Repository
public class Posts {
    private final JdbcClient jdbc;

    public Posts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Post> ofRegion(String region) {
        return jdbc.sql(
                        """
                        SELECT id, key, name, organisation, area, valid_from, valid_to
                          FROM org.post WHERE region = :region ORDER BY id
                        """)
                .param("region", region)
                .query((row, _) ->
                        new Post(
                                Rows.id(row, "id"),
                                row.getString("key"),
                                row.getString("name"),
                                Rows.id(row, "organisation"),
                                Rows.area(row),
                                Rows.span(row)))
                .list();
    }

    public List<Tenure> tenures(String region) {
        return jdbc.sql(
                        """
                        SELECT id, post, person, name, valid_from, valid_to
                          FROM org.tenure WHERE region = :region ORDER BY id
                        """)
                .param("region", region)
                .query((row, _) ->
                        new Tenure(
                                Rows.id(row, "id"),
                                Rows.id(row, "post"),
                                Rows.id(row, "person"),
                                row.getString("name"),
                                Rows.span(row)))
                .list();
    }

    public void add(String region, List<Post> posts) {
        jdbc.sql(
                        """
                        INSERT INTO org.post (region, id, key, name, organisation, area, valid_from)
                        SELECT :region, id, key, name, organisation, area, valid_from
                          FROM unnest(:ids::uuid[], :keys::text[], :names::text[], :units::uuid[], :areas::text[],
                                      :days::date[]) AS new (id, key, name, organisation, area, valid_from)
                        """)
                .param("region", region)
                .param("ids", posts.stream().map(Post::id).toArray(UUID[]::new))
                .param("keys", posts.stream().map(Post::key).toArray(String[]::new))
                .param("names", posts.stream().map(Post::name).toArray(String[]::new))
                .param("units", posts.stream().map(Post::organisation).toArray(UUID[]::new))
                .param(
                        "areas",
                        posts.stream().map(post -> post.area().value()).toArray(String[]::new))
                .param(
                        "days",
                        posts.stream()
                                .map(post -> post.span().from().toString())
                                .toArray(String[]::new))
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
                .param("ids", tenures.stream().map(Tenure::id).toArray(UUID[]::new))
                .param("posts", tenures.stream().map(Tenure::post).toArray(UUID[]::new))
                .param("persons", tenures.stream().map(Tenure::person).toArray(UUID[]::new))
                .param("names", tenures.stream().map(Tenure::name).toArray(String[]::new))
                .param(
                        "days",
                        tenures.stream()
                                .map(one -> one.span().from().toString())
                                .toArray(String[]::new))
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
}
