package org.huying.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored followers.
@Repository
class StoredFollowers implements Followers {

    /// At most so many matters follows one account.
    static final int MOST = 200;

    /// A matter that is followed, without a word of who reported it.
    record Followed(
            UUID matter,
            String number,
            String title,
            StateName state,
            Optional<UUID> unit,
            OffsetDateTime reportedAt,
            OffsetDateTime changedAt,
            OffsetDateTime since) {}

    private record Pair(UUID matter, UUID account) {}

    private final JdbcClient jdbc;

    StoredFollowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when the account follows [#MOST] already. Following twice is following once.
    boolean follow(MatterId id, UUID account, Instant now) {
        int added =
                jdbc.sql(
                                """
                                INSERT INTO matter.follower (region, matter, account, since)
                                SELECT :region, :matter, :account, :now
                                 WHERE (SELECT count(*) FROM (SELECT FROM matter.follower
                                         WHERE region = :region AND account = :account LIMIT :most) f) < :most
                                ON CONFLICT (region, matter, account) DO NOTHING
                                """)
                        .param("region", id.region())
                        .param("matter", id.value())
                        .param("account", account)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", MOST)
                        .update();
        return added == 1 || follows(id, account);
    }

    /// False when the account does not follow it.
    boolean leave(MatterId id, UUID account) {
        return jdbc.sql(
                        """
                        DELETE FROM matter.follower WHERE region = :region AND matter = :matter AND account = :account
                        """)
                .param("region", id.region())
                .param("matter", id.value())
                .param("account", account)
                        .update()
                == 1;
    }

    boolean follows(MatterId id, UUID account) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM matter.follower
                                        WHERE region = :region AND matter = :matter AND account = :account)
                        """)
                .param("region", id.region())
                .param("matter", id.value())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// What an account follows, the matter that was reported last on top, before the matter `before`.
    List<Followed> page(String region, UUID account, UUID before, int limit) {
        return jdbc.sql(
                        """
                        SELECT m.id, m.number, m.title, m.state, m.unit, m.reported_at, m.changed_at, f.since
                          FROM matter.follower f JOIN matter.matter m ON m.region = f.region AND m.id = f.matter
                         WHERE f.region = :region AND f.account = :account AND f.matter < :before
                         ORDER BY f.matter DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) ->
                        new Followed(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("title"),
                                StateName.valueOf(row.getString("state")),
                                Optional.ofNullable(row.getObject("unit", UUID.class)),
                                row.getObject("reported_at", OffsetDateTime.class),
                                row.getObject("changed_at", OffsetDateTime.class),
                                row.getObject("since", OffsetDateTime.class)))
                .list();
    }

    /// How many follow each; none for those that nobody follows.
    Map<UUID, Integer> counts(String region, Collection<UUID> matters) {
        return jdbc
                .sql(
                        """
                        SELECT matter, count(*)::integer FROM matter.follower
                         WHERE region = :region AND matter = ANY (:ids::uuid[]) GROUP BY matter
                        """)
                .param("region", region)
                .param("ids", texts(matters))
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<UUID, List<UUID>> of(String region, Collection<UUID> matters) {
        return jdbc
                .sql(
                        """
                        WITH merged AS MATERIALIZED (
                            SELECT id, master, requester FROM matter.matter
                             WHERE region = :region AND master = ANY (:ids::uuid[]) AND state = 'MERGED')
                        SELECT matter, account FROM matter.follower
                         WHERE region = :region AND matter = ANY (:ids::uuid[])
                        UNION
                        SELECT c.master, f.account
                          FROM merged c JOIN matter.follower f ON f.region = :region AND f.matter = c.id
                        UNION
                        SELECT master, requester FROM merged WHERE requester IS NOT NULL
                        ORDER BY 1, 2
                        """)
                .param("region", region)
                .param("ids", texts(matters))
                .query((row, _) ->
                        new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Pair::matter,
                                Collectors.mapping(Pair::account, Collectors.toList())));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
