package org.huying.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.matter.TextingWish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether those who asked want to be told by text message. Every word of it is kept, the last one counts; without a word
/// nobody is.
@Repository
public class Consents implements TextingWish {

    /// What is told by text message.
    public static final Set<String> KINDS = NoticeRules.TEXTED;

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void wanted(String region, UUID matter, UUID by, Instant at) {
        say(region, matter, true, by, at);
    }

    /// From now on.
    public void say(String region, UUID matter, boolean wanted, UUID by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO notice.consent (region, matter, id, wanted, at, by)
                        VALUES (:region, :matter, :id, :wanted, :at, :by)
                        """)
                .param("region", region)
                .param("matter", matter)
                .param("id", Ids.next())
                .param("wanted", wanted)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// Those of these matters whose requester wants to be told.
    public Set<UUID> standing(String region, Collection<UUID> matters) {
        if (matters.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT matter FROM (
                                       SELECT DISTINCT ON (matter) matter, wanted FROM notice.consent
                                        WHERE region = :region AND matter = ANY (:matters::uuid[])
                                        ORDER BY matter, id DESC) latest
                                 WHERE wanted
                                """)
                        .param("region", region)
                        .param(
                                "matters",
                                matters.stream().map(UUID::toString).toArray(String[]::new))
                        .query(UUID.class)
                        .list());
    }
}
