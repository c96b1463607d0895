package org.huying.gateway.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored subscriptions.
@Repository
class Subscriptions {

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Subscriptions(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// Stores what is new, or the next version of what was seen; another address is not confirmed. False when somebody else
    /// was faster.
    boolean put(String region, Subscription wanted, long seen, boolean moved, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.channel_subscription AS s
                                       (region, account, channel, version, address, kinds, quiet, digest, tries, codes, changed_at)
                                VALUES (:region, :account, :channel, 1, :address, :kinds, :quiet, :digest, 0, 0, :at)
                                ON CONFLICT (region, account, channel) DO UPDATE
                                   SET version = s.version + 1, address = :address, kinds = :kinds, quiet = :quiet,
                                       digest = :digest, changed_at = :at,
                                       confirmed_at = CASE WHEN :moved THEN NULL ELSE s.confirmed_at END,
                                       code = CASE WHEN :moved THEN NULL ELSE s.code END
                                 WHERE s.version = :seen
                                """)
                        .param("region", region)
                        .param("account", wanted.account())
                        .param("channel", wanted.channel())
                        .param("address", wanted.address().map(cipher::seal).orElse(null))
                        .param("kinds", wanted.kinds().stream().sorted().toArray(String[]::new))
                        .param("quiet", wanted.pace().quiet().word())
                        .param("digest", wanted.pace().digest().word())
                        .param("moved", moved)
                        .param("seen", seen)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// The address is forgotten; what is left counts the codes, so that nobody gets more by beginning anew.
    boolean end(String region, UUID account, String channel, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE gateway.channel_subscription
                                   SET version = version + 1, address = NULL, confirmed_at = NULL, code = NULL, kinds = '{}',
                                       changed_at = :at
                                 WHERE region = :region AND account = :account AND channel = :channel AND address IS NOT NULL
                                """)
                        .param("region", region)
                        .param("account", account)
                        .param("channel", channel)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// A new code for the address that stood when it was read; the one before is good no more. False when as many were sent as
    /// may be, or it was changed meanwhile: a code confirms no other address than the one it goes to.
    boolean begin(String region, Subscription seen, UUID code, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE gateway.channel_subscription
                                   SET code = :code, code_at = :now, tries = 0,
                                       codes = CASE WHEN codes_from > :day THEN codes + 1 ELSE 1 END,
                                       codes_from = CASE WHEN codes_from > :day THEN codes_from ELSE :now END
                                 WHERE region = :region AND account = :account AND channel = :channel AND address IS NOT NULL
                                   AND version = :seen AND (code_at IS NULL OR code_at <= :minute)
                                   AND (codes_from IS NULL OR codes_from <= :day OR codes < :most)
                                """)
                        .param("region", region)
                        .param("account", seen.account())
                        .param("channel", seen.channel())
                        .param("seen", seen.version())
                        .param("code", code)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("minute", now.minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                        .param("day", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                        .param("most", Subscription.CODES)
                        .update()
                == 1;
    }

    /// Counts a try of the code that was sent last; empty when there is none left to try.
    Optional<UUID> attempt(String region, UUID account, String channel, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE gateway.channel_subscription SET tries = tries + 1
                         WHERE region = :region AND account = :account AND channel = :channel AND code IS NOT NULL
                           AND address IS NOT NULL AND tries < :most AND code_at > :since
                        RETURNING code
                        """)
                .param("region", region)
                .param("account", account)
                .param("channel", channel)
                .param("most", Subscription.TRIES)
                .param("since", now.minus(Subscription.GOOD).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /// The address is theirs. False when the code is no longer the one that was sent last.
    boolean confirm(String region, UUID account, String channel, UUID code, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE gateway.channel_subscription
                                   SET confirmed_at = :now, code = NULL, version = version + 1, changed_at = :now
                                 WHERE region = :region AND account = :account AND channel = :channel AND code = :code
                                """)
                        .param("region", region)
                        .param("account", account)
                        .param("channel", channel)
                        .param("code", code)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// A browser more; it is its own proof that the address is theirs. Made anew with what is usual where there is none.
    boolean add(String region, Subscription before, PushDevice device, Instant at) {
        var devices = before.address().map(PushDevice::all).orElse(List.of());
        return devices(region, before, PushDevice.with(devices, device), at);
    }

    /// Every subscription of the channel loses this browser, but that of `keeps`; answers whose they were.
    List<UUID> forget(
            String region, String channel, PushDevice device, Optional<UUID> keeps, Instant at) {
        var lost = new ArrayList<UUID>();
        for (var it : confirmed(region)) {
            var devices = it.address().map(PushDevice::all).orElse(List.of());
            var left = PushDevice.without(devices, device);
            if (it.channel().equals(channel)
                    && left.size() < devices.size()
                    && !keeps.equals(Optional.of(it.account()))
                    && devices(region, it, left, at)) {
                lost.add(it.account());
            }
        }
        return lost;
    }

    private boolean devices(String region, Subscription of, List<PushDevice> all, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.channel_subscription AS s
                                       (region, account, channel, version, address, confirmed_at, kinds, quiet, digest, tries,
                                        codes, changed_at)
                                VALUES (:region, :account, :channel, 1, :address, :confirmed, :kinds, :quiet, :digest, 0, 0, :at)
                                ON CONFLICT (region, account, channel) DO UPDATE
                                   SET version = s.version + 1, address = :address, confirmed_at = :confirmed, changed_at = :at
                                 WHERE s.version = :seen
                                """)
                        .param("region", region)
                        .param("account", of.account())
                        .param("channel", of.channel())
                        .param("address", all.isEmpty() ? null : cipher.seal(PushDevice.list(all)))
                        .param("confirmed", all.isEmpty() ? null : at.atOffset(ZoneOffset.UTC))
                        .param("kinds", of.kinds().stream().sorted().toArray(String[]::new))
                        .param("quiet", of.pace().quiet().word())
                        .param("digest", of.pace().digest().word())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("seen", of.version())
                        .update()
                == 1;
    }

    /// Ended ones too: what comes next counts on from their version.
    Optional<Subscription> find(String region, UUID account, String channel) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.channel_subscription
                         WHERE region = :region AND account = :account AND channel = :channel
                        """)
                .param("region", region)
                .param("account", account)
                .param("channel", channel)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those of one person that were not ended.
    List<Subscription> of(String region, UUID account) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.channel_subscription
                         WHERE region = :region AND account = :account AND address IS NOT NULL ORDER BY channel
                        """)
                .param("region", region)
                .param("account", account)
                .query((row, _) -> read(row))
                .list();
    }

    /// All by which something goes out.
    List<Subscription> confirmed(String region) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.channel_subscription
                         WHERE region = :region AND confirmed_at IS NOT NULL ORDER BY channel, account
                        """)
                .param("region", region)
                .query((row, _) -> read(row))
                .list();
    }

    private Subscription read(ResultSet row) throws SQLException {
        var account = row.getObject("account", UUID.class);
        var kinds = (String[]) row.getArray("kinds").getArray();
        return new Subscription(
                account,
                row.getString("channel"),
                row.getLong("version"),
                Optional.ofNullable(row.getBytes("address"))
                        .flatMap(it -> cipher.readable(it, "subscription of " + account)),
                Optional.ofNullable(row.getObject("confirmed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Set.copyOf(Arrays.asList(kinds)),
                new Pace(
                        Quiet.of(row.getString("quiet")).orElse(Quiet.NIGHT),
                        Digest.of(row.getString("digest")).orElse(Digest.NONE)));
    }
}
