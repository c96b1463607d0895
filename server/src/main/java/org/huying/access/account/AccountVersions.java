package org.huying.access.account;

import java.util.UUID;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets an account, its grants included, be changed only by those who saw it as it stands.
@Service
public class AccountVersions {
    private final JdbcClient jdbc;

    AccountVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The version of an account of this region.
    public long of(String region, UUID account) {
        return read(region, account, "");
    }

    /// Changes the account at the version that was `seen` and answers the version after.
    @Transactional
    public long change(String region, UUID account, Seen seen, Runnable deed) {
        seen.at(read(region, account, " FOR UPDATE"));
        deed.run();
        return jdbc.sql(
                        """
                        UPDATE access.account SET version = version + 1 WHERE region = :region AND id = :id
                        RETURNING version
                        """)
                .param("region", region)
                .param("id", account)
                .query(Long.class)
                .single();
    }

    private long read(String region, UUID account, String lock) {
        return jdbc.sql(
                        "SELECT version FROM access.account WHERE region = :region AND id = :id"
                                + lock)
                .param("region", region)
                .param("id", account)
                .query(Long.class)
                .optional()
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
