package org.huying.access.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huying.access.sql.Columns;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Residents by phone. Phone and name are sealed; the phone is found by its blind index.
@Repository
class Residents {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Clock clock;

    Residents(JdbcClient jdbc, Cipher cipher, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    static boolean isMobile(String phone) {
        return MOBILE.matcher(phone).matches();
    }

    /// The resident with this phone, made if need be; a name that is given and new to us is kept.
    UUID known(String region, String phone, Optional<String> name) {
        if (!isMobile(phone)) {
            throw Problem.INVALID.with("手机号码不正确", "This is not a mobile number");
        }
        return jdbc.sql(
                        """
                        INSERT INTO access.resident AS r (region, id, phone_sealed, phone_blind, name_sealed, created_at)
                        VALUES (:region, :id, :sealed, :blind, :name::bytea, :now)
                        ON CONFLICT (region, phone_blind) DO UPDATE SET name_sealed = coalesce(r.name_sealed, excluded.name_sealed)
                        RETURNING id
                        """)
                .param("region", region)
                .param("id", Ids.next())
                .param("sealed", cipher.seal(phone))
                .param("blind", cipher.blind(phone))
                .param("name", name.map(cipher::seal).orElse(null))
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> Columns.id(row, "id"))
                .single();
    }

    boolean exists(String region, UUID id) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM access.resident WHERE region = :region AND id = :id)
                        """)
                .param("region", region)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
