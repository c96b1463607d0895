package org.huying.gateway.channel;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.notice.Consents;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom letters go to: an account, or whoever an address belongs to.
@Repository
class Addressees {

    /// One of a channel.
    record Of(String channel, UUID addressee) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Addressees(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// The same for the same address always; without the key nobody can try out which one it is.
    UUID at(String channel, String address) {
        var digest = ByteBuffer.wrap(cipher.blind("addressee " + channel + " " + address));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /// How many letters of these kinds were put down for these since; who had none is missing from the answer.
    Map<UUID, Integer> told(
            String region,
            String channel,
            Collection<UUID> addressees,
            Collection<String> kinds,
            Instant since) {
        if (addressees.isEmpty()) {
            return Map.of();
        }
        record Count(UUID addressee, int letters) {}
        return jdbc
                .sql(
                        """
                        SELECT addressee, count(*) AS letters FROM gateway.letter
                         WHERE region = :region AND channel = :channel AND addressee = ANY (:addressees::uuid[])
                           AND kind = ANY (:kinds::text[]) AND created_at > :since
                         GROUP BY addressee
                        """)
                .param("region", region)
                .param("channel", channel)
                .param("addressees", addressees.stream().map(UUID::toString).toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Count(row.getObject("addressee", UUID.class), row.getInt("letters")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::addressee, Count::letters));
    }

    /// One of somebody's browsers: theirs alone, also where others had it before them.
    UUID browser(String channel, UUID account, PushDevice device) {
        return at(channel, account + " " + device.endpoint());
    }

    /// What these were not sent yet they are not sent any more.
    void drop(String region, List<Of> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        DELETE FROM gateway.letter l
                         USING unnest(:channels::text[], :addressees::uuid[]) AS o (channel, addressee)
                         WHERE l.region = :region AND l.channel = o.channel COLLATE "C" AND l.addressee = o.addressee
                           AND l.state <> 'sent'
                        """)
                .param("region", region)
                .param("channels", all.stream().map(Of::channel).toArray(String[]::new))
                .param(
                        "addressees",
                        all.stream().map(it -> it.addressee().toString()).toArray(String[]::new))
                .update();
    }

    /// What whoever asked was not sent yet about this matter they are not sent any more, by whatever number.
    void dropOfResidents(String region, UUID matter) {
        jdbc.sql(
                        """
                        DELETE FROM gateway.letter
                         WHERE region = :region AND subject = :matter AND state <> 'sent' AND quiet IS NULL
                           AND kind = ANY (:kinds::text[])
                        """)
                .param("region", region)
                .param("matter", matter)
                .param("kinds", Consents.KINDS.toArray(String[]::new))
                .update();
    }
}
