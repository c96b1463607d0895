package org.huying.access.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.session.Sessions;
import org.huying.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the security administrator does with accounts.
@Service
public class Register {
    private final AccountDesk desk;
    private final AccountRows rows;
    private final Sessions sessions;
    private final Audit audit;

    Register(AccountDesk desk, AccountRows rows, Sessions sessions, Audit audit) {
        this.desk = desk;
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// All or none; nobody gives further than they reach.
    public List<UUID> create(Caller by, List<NewAccount> accounts) {
        accounts.forEach(
                account -> account.grants().forEach(grant -> GrantDesk.withinReach(by, grant)));
        return desk.create(by, accounts);
    }

    /// A disabled account loses its sessions at once and its tokens within seconds.
    @Transactional
    public void enable(Caller by, String region, UUID id, boolean active, String reason) {
        if (by.account().equals(id)) {
            throw Problem.REFUSED.with("不能停用或启用自己的账号", "Nobody does this to their own account");
        }
        var account = rows.locked(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        rows.setActive(region, id, active);
        if (!active) {
            sessions.revoke(region, id, Optional.empty());
        }
        var act = active ? "account-enabled" : "account-disabled";
        audit.acted(by, region, act, account.subject(), Optional.of(reason));
        sessions.forgetAll();
    }

    @Transactional
    public void unlock(Caller by, String region, UUID id, String reason) {
        var account = rows.locked(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        rows.clearAttempts(region, id);
        audit.acted(by, region, "account-unlocked", account.subject(), Optional.of(reason));
    }

    /// Ends one session of somebody, or all.
    @Transactional
    public int revoke(Caller by, String region, UUID account, Optional<UUID> session) {
        int ended = sessions.revoke(region, account, session);
        if (ended > 0) {
            audit.acted(
                    by,
                    region,
                    "session-revoked",
                    "account " + account,
                    session.map(UUID::toString));
        }
        return ended;
    }
}
