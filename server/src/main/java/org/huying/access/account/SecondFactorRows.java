package org.huying.access.account;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The columns of an account's second factor. Using a code is one conditional update, so it works once.
@Repository
class SecondFactorRows {
    private final JdbcClient jdbc;

    SecondFactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void setPending(String region, UUID account, byte[] sealed) {
        jdbc.sql(
                        """
                        UPDATE access.account SET totp_pending = :sealed WHERE region = :region AND id = :id
                        """)
                .param("sealed", sealed)
                .param("region", region)
                .param("id", account)
                .update();
    }

    /// Turns the pending secret into the real one.
    void activate(String region, UUID account, long step, List<String> recoveryHashes) {
        jdbc.sql(
                        """
                        UPDATE access.account
                           SET totp_sealed = totp_pending, totp_pending = NULL, totp_step = :step, recovery_hashes = :hashes,
                               version = version + 1
                         WHERE region = :region AND id = :id AND totp_pending IS NOT NULL
                        """)
                .param("step", step)
                .param("hashes", recoveryHashes.toArray(String[]::new))
                .param("region", region)
                .param("id", account)
                .update();
    }

    void remove(String region, UUID account) {
        jdbc.sql(
                        """
                        UPDATE access.account
                           SET totp_sealed = NULL, totp_pending = NULL, totp_step = 0, recovery_hashes = '{}',
                               version = version + 1
                         WHERE region = :region AND id = :id
                        """)
                .param("region", region)
                .param("id", account)
                .update();
    }

    /// False when a code of this step or a later one was used before.
    boolean useStep(String region, UUID account, long step) {
        return jdbc.sql(
                                """
                                UPDATE access.account SET totp_step = :step
                                 WHERE region = :region AND id = :id AND totp_step < :step
                                """)
                        .param("step", step)
                        .param("region", region)
                        .param("id", account)
                        .update()
                == 1;
    }

    /// False when there is no such recovery code, or it was used.
    boolean useRecovery(String region, UUID account, String hash) {
        return jdbc.sql(
                                """
                                UPDATE access.account SET recovery_hashes = array_remove(recovery_hashes, :hash)
                                 WHERE region = :region AND id = :id AND :hash = ANY(recovery_hashes)
                                """)
                        .param("hash", hash)
                        .param("region", region)
                        .param("id", account)
                        .update()
                == 1;
    }
}
