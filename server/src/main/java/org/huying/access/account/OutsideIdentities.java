package org.huying.access.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.OutsideIdentity;
import org.huying.access.session.Sessions;
import org.huying.access.sql.Columns;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which account somebody has whom a provider vouches for. Linked by a security administrator, by the account id alone.
@Service
public class OutsideIdentities {

    /// One account id of an account; the subject is empty where its seal cannot be opened.
    public record Linked(String provider, Optional<String> subject, Instant at, UUID by) {}

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Sessions sessions;
    private final Cipher cipher;
    private final Audit audit;
    private final Clock clock;

    OutsideIdentities(
            JdbcClient jdbc,
            AccountRows accounts,
            Sessions sessions,
            Cipher cipher,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /// The account ids of an account, by provider.
    public List<Linked> of(String region, UUID account) {
        return jdbc.sql(
                        """
                        SELECT provider, subject_sealed, linked_at, linked_by FROM access.outside_identity
                         WHERE region = :region AND account = :account ORDER BY provider LIMIT 200
                        """)
                .param("region", region)
                .param("account", account)
                .query((row, _) ->
                        new Linked(
                                row.getString("provider"),
                                cipher.readable(row.getBytes("subject_sealed"), "an account id"),
                                Columns.instant(row, "linked_at"),
                                Columns.id(row, "linked_by")))
                .list();
    }

    /// Links a person's account to an account id, instead of the one it may have had there. Sessions end when another id
    /// takes the place of one.
    @Transactional
    public void link(Caller by, UUID account, OutsideIdentity who) {
        var owner = accounts.locked(who.region(), account).orElseThrow(Problem.NOT_FOUND::plain);
        if (owner.kind() != Caller.Kind.STAFF) {
            throw Problem.REFUSED.with("外部身份只给人员账号", "Only people sign in from outside");
        }
        if (remove(who.region(), account, who.provider())) {
            sessions.revoke(who.region(), account, Optional.empty());
        }
        try {
            insert(by, account, who);
        } catch (DuplicateKeyException _) {
            throw Problem.CONFLICT.with(
                    "这个外部账号标识已经关联到别的账号", "That account id is linked to another account");
        }
        record(by, owner, "identity-linked", who.provider());
    }

    private void insert(Caller by, UUID account, OutsideIdentity who) {
        jdbc.sql(
                        """
                        INSERT INTO access.outside_identity
                               (region, provider, subject_blind, subject_sealed, account, linked_at, linked_by)
                        VALUES (:region, :provider, :blind, :sealed, :account, :now, :by)
                        """)
                .param("region", who.region())
                .param("provider", who.provider())
                .param("blind", blind(who))
                .param("sealed", cipher.seal(who.subject()))
                .param("account", account)
                .param("now", Columns.of(clock.instant()))
                .param("by", by.account())
                .update();
    }

    /// Takes the link away and ends the account's sessions; throws `Problem.NOT_FOUND` where there is none.
    @Transactional
    public void unlink(Caller by, String region, UUID account, String provider) {
        var owner = accounts.locked(region, account).orElseThrow(Problem.NOT_FOUND::plain);
        if (!remove(region, account, provider)) {
            throw Problem.NOT_FOUND.plain();
        }
        sessions.revoke(region, account, Optional.empty());
        record(by, owner, "identity-unlinked", provider);
    }

    private boolean remove(String region, UUID account, String provider) {
        return jdbc.sql(
                                """
                                DELETE FROM access.outside_identity
                                 WHERE region = :region AND account = :account AND provider = :provider
                                """)
                        .param("region", region)
                        .param("account", account)
                        .param("provider", provider)
                        .update()
                == 1;
    }

    private void record(Caller by, AccountState owner, String act, String provider) {
        audit.acted(by, owner.region(), act, owner.subject(), Optional.of(provider));
    }

    /// The account that is linked to this account id, whatever its state.
    Optional<AccountState> account(OutsideIdentity who) {
        return jdbc.sql(
                        """
                        SELECT account FROM access.outside_identity
                         WHERE region = :region AND provider = :provider AND subject_blind = :blind
                        """)
                .param("region", who.region())
                .param("provider", who.provider())
                .param("blind", blind(who))
                .query(UUID.class)
                .optional()
                .flatMap(id -> accounts.byId(who.region(), id));
    }

    /// Whether the account may still sign in by this provider.
    boolean linked(String region, UUID account, String provider) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM access.outside_identity
                         WHERE region = :region AND account = :account AND provider = :provider)
                        """)
                .param("region", region)
                .param("account", account)
                .param("provider", provider)
                .query(Boolean.class)
                .single();
    }

    private byte[] blind(OutsideIdentity who) {
        return cipher.blind("outside " + who.provider() + " " + who.subject());
    }
}
