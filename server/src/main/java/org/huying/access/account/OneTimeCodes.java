package org.huying.access.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.sql.Columns;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Codes and their limits: one a minute, five an hour and ten a day for a phone, thirty an hour for an address.
@Repository
class OneTimeCodes {
    private static final int TRIES = 5;
    private static final Duration KEPT = Duration.ofDays(2);

    /// A code to be kept, as digests only.
    static final class Fresh {
        private final String region;
        private final byte[] phone;
        private final byte[] address;
        private final byte[] code;
        private final Instant at;
        private final Instant expires;

        Fresh(
                String region,
                byte[] phone,
                byte[] address,
                byte[] code,
                Instant at,
                Instant expires) {
            this.region = region;
            this.phone = phone.clone();
            this.address = address.clone();
            this.code = code.clone();
            this.at = at;
            this.expires = expires;
        }
    }

    /// A code that is being tried.
    static final class Candidate {
        private final UUID id;
        private final byte[] codeBlind;

        Candidate(UUID id, byte[] codeBlind) {
            this.id = id;
            this.codeBlind = codeBlind.clone();
        }

        UUID id() {
            return id;
        }

        byte[] codeBlind() {
            return codeBlind.clone();
        }
    }

    private final JdbcClient jdbc;

    OneTimeCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a code, or throws 429 where a limit is reached. Calls for one phone come one after another.
    @Transactional
    public void add(Fresh code) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(encode(:phone, 'hex'), 0))::text")
                .param("phone", code.phone)
                .query((_, _) -> "locked")
                .single();
        limits(code);
        jdbc.sql(
                        """
                        INSERT INTO access.one_time_code (region, id, phone_blind, address_blind, code_blind, created_at, expires_at)
                        VALUES (:region, :id, :phone, :address, :code, :at, :expires)
                        """)
                .param("region", code.region)
                .param("id", Ids.next())
                .param("phone", code.phone)
                .param("address", code.address)
                .param("code", code.code)
                .param("at", Columns.of(code.at))
                .param("expires", Columns.of(code.expires))
                .update();
    }

    private void limits(Fresh code) {
        long wait =
                jdbc.sql(
                                """
                                SELECT CASE
                                    WHEN count(*) FILTER (WHERE phone_blind = :phone AND created_at > :minute) >= 1 THEN 60
                                    WHEN count(*) FILTER (WHERE phone_blind = :phone AND created_at > :hour) >= 5 THEN 3600
                                    WHEN count(*) FILTER (WHERE phone_blind = :phone) >= 10 THEN 86400
                                    WHEN count(*) FILTER (WHERE address_blind = :address AND created_at > :hour) >= 30 THEN 3600
                                    ELSE 0 END
                                  FROM access.one_time_code
                                 WHERE region = :region AND created_at > :day
                                   AND (phone_blind = :phone OR address_blind = :address)
                                """)
                        .param("region", code.region)
                        .param("phone", code.phone)
                        .param("address", code.address)
                        .param("minute", Columns.of(code.at.minus(Duration.ofMinutes(1))))
                        .param("hour", Columns.of(code.at.minus(Duration.ofHours(1))))
                        .param("day", Columns.of(code.at.minus(Duration.ofDays(1))))
                        .query(Long.class)
                        .single();
        if (wait > 0) {
            throw Problem.TOO_MANY.plain().retryAfter(wait);
        }
    }

    /// Counts a try of the newest code of this phone; empty when there is none left to try.
    Optional<Candidate> attempt(String region, byte[] phone, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE access.one_time_code SET tries = tries + 1
                         WHERE region = :region AND tries < :most AND used_at IS NULL AND expires_at > :now
                           AND id = (SELECT id FROM access.one_time_code
                                      WHERE region = :region AND phone_blind = :phone ORDER BY created_at DESC LIMIT 1)
                        RETURNING id, code_blind
                        """)
                .param("region", region)
                .param("phone", phone)
                .param("most", TRIES)
                .param("now", Columns.of(now))
                .query((row, _) -> new Candidate(Columns.id(row, "id"), row.getBytes("code_blind")))
                .optional();
    }

    /// False when somebody else used it first.
    boolean use(String region, UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE access.one_time_code SET used_at = :now
                                 WHERE region = :region AND id = :id AND used_at IS NULL
                                """)
                        .param("region", region)
                        .param("id", id)
                        .param("now", Columns.of(now))
                        .update()
                == 1;
    }

    void removeOld(Instant now) {
        jdbc.sql("DELETE FROM access.one_time_code WHERE created_at < :before")
                .param("before", Columns.of(now.minus(KEPT)))
                .update();
    }
}
