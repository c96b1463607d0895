package org.huying.matter;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who waits for a reply to what his own was merged into, and what was said there last.
@Repository
class Replies {

    private record Pair<V>(UUID matter, V value) {}

    private final JdbcClient jdbc;

    Replies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Merged matters that still owe a reply, each with the one it was merged into.
    Map<UUID, UUID> waiting(String region, Collection<UUID> masters) {
        return jdbc
                .sql(
                        """
                        SELECT id, master FROM matter.matter
                         WHERE region = :region AND master = ANY (:masters::uuid[]) AND state = 'MERGED'
                           AND aside -> 'reply' IS NOT NULL
                        """)
                .param("region", region)
                .param("masters", masters.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) ->
                        new Pair<>(
                                row.getObject("id", UUID.class),
                                row.getObject("master", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::matter, Pair::value));
    }

    /// What was last said to whoever asked: a reply, or what was done.
    Map<UUID, String> last(String region, Collection<UUID> matters) {
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT ON (matter) matter, note FROM matter.step
                         WHERE region = :region AND matter = ANY (:matters::uuid[])
                           AND act IN ('reply', 'handle', 'spot')
                         ORDER BY matter, seq DESC
                        """)
                .param("region", region)
                .param("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) ->
                        new Pair<>(row.getObject("matter", UUID.class), row.getString("note")))
                .list()
                .stream()
                .collect(Collectors.toMap(Pair::matter, Pair::value));
    }

    /// What was said with these acts of these matters, in their order.
    List<Reports.Word> words(String region, Collection<UUID> matters, Collection<Act> acts) {
        return jdbc.sql(
                        """
                        SELECT matter, act, at, note, coalesce(facts ->> 'reason', '') AS reason FROM matter.step
                         WHERE region = :region AND matter = ANY (:matters::uuid[]) AND act = ANY (:acts)
                         ORDER BY matter, seq
                        """)
                .param("region", region)
                .param("matters", matters.stream().map(UUID::toString).toArray(String[]::new))
                .param("acts", acts.stream().map(Act::key).toArray(String[]::new))
                .query((row, _) ->
                        new Reports.Word(
                                row.getObject("matter", UUID.class),
                                row.getString("act"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("note"),
                                row.getString("reason")))
                .list();
    }
}
