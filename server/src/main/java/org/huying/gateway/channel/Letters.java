package org.huying.gateway.channel;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huying.database.Ids;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Puts letters down that wait to be sent.
@Repository
class Letters {

    /// @param notice what is told; one addressee is told of it once
    /// @param inbox where the notice lies, for staff who are told of it; empty for desks and residents
    /// @param quiet the own quiet hours of staff; empty for desks and residents, who have those of the channel
    record Fresh(
            UUID id,
            String channel,
            UUID addressee,
            String address,
            UUID notice,
            Layout.Line line,
            boolean urgent,
            boolean gathered,
            Optional<UUID> inbox,
            Optional<Quiet> quiet,
            Instant at,
            Instant next) {

        /// One that tells of nothing that lies in an inbox, and goes at once.
        static Fresh urgent(
                String channel, UUID addressee, String address, Layout.Line line, Instant at) {
            return new Fresh(
                    Ids.next(),
                    channel,
                    addressee,
                    address,
                    line.subject(),
                    line,
                    true,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    at,
                    at);
        }
    }

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Letters(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// In one statement and in this order; those that are there already are left as they are.
    void add(String region, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO gateway.letter (region, id, channel, addressee, notice, subject, kind, number, headline,
                                                    address, urgent, gathered, inbox, quiet, state, attempts, next_at,
                                                    created_at)
                        SELECT :region, d.id, d.channel, d.addressee, d.notice, d.subject, d.kind, d.number, d.headline,
                               decode(d.address, 'hex'), d.urgent, d.gathered, nullif(d.inbox, '')::uuid,
                               nullif(d.quiet, ''), 'waiting', 0, d.next, d.at
                          FROM unnest(:ids::uuid[], :channels::text[], :addressees::uuid[], :notices::uuid[],
                                      :subjects::uuid[], :kinds::text[], :numbers::text[], :headlines::text[],
                                      :addresses::text[], :urgent::boolean[], :gathered::boolean[],
                                      :inboxes::text[], :quiet::text[], :at::timestamptz[], :next::timestamptz[])
                               WITH ORDINALITY AS d (id, channel, addressee, notice, subject, kind, number, headline,
                                                     address, urgent, gathered, inbox, quiet, at, next, line)
                         ORDER BY d.line
                        ON CONFLICT (region, channel, addressee, notice) DO NOTHING
                        """)
                .param("region", region)
                .param("ids", column(fresh, Fresh::id))
                .param("channels", column(fresh, Fresh::channel))
                .param("addressees", column(fresh, Fresh::addressee))
                .param("notices", column(fresh, Fresh::notice))
                .param("subjects", column(fresh, it -> it.line().subject()))
                .param("kinds", column(fresh, it -> it.line().kind()))
                .param("numbers", column(fresh, it -> it.line().number()))
                .param("headlines", column(fresh, it -> it.line().headline()))
                .param("addresses", column(fresh, it -> hex(cipher.seal(it.address()))))
                .param("urgent", column(fresh, Fresh::urgent))
                .param("gathered", column(fresh, Fresh::gathered))
                .param("inboxes", column(fresh, it -> it.inbox().map(UUID::toString).orElse("")))
                .param("quiet", column(fresh, it -> it.quiet().map(Quiet::word).orElse("")))
                .param("at", column(fresh, Fresh::at))
                .param("next", column(fresh, Fresh::next))
                .update();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String[] column(List<Fresh> fresh, Function<Fresh, Object> value) {
        return fresh.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
