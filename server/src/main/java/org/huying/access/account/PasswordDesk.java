package org.huying.access.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.session.Session;
import org.huying.access.session.Sessions;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.springframework.stereotype.Service;

/// Changing a password: one's own with the old one, another's by the security administrator, to be changed at once.
@Service
public class PasswordDesk {
    private final AccountRows accounts;
    private final GrantRows grants;
    private final GrantRules rules;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Audit audit;

    PasswordDesk(
            AccountRows accounts,
            GrantRows grants,
            GrantRules rules,
            Passwords passwords,
            SignIn signIn,
            Sessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.grants = grants;
        this.rules = rules;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Ends all other sessions of the account.
    public void change(Session session, String old, String fresh) {
        var account = account(session.region(), session.caller().account());
        signIn.checkPassword(account, old);
        set(account, fresh, false);
        audit.acted(
                session.caller(),
                account.region(),
                "password-changed",
                account.subject(),
                Optional.empty());
        sessions.revokeOthers(session);
        sessions.forget(session.token());
    }

    /// Ends all sessions of the account. Nobody resets their own: that would skip the old password.
    public void reset(Caller by, String region, UUID id, String fresh, String reason) {
        if (by.account().equals(id)) {
            throw Problem.REFUSED.with("请用修改密码功能", "Change your own password instead");
        }
        var account = account(region, id);
        set(account, fresh, true);
        sessions.revoke(region, id, Optional.empty());
        audit.acted(by, region, "password-reset", account.subject(), Optional.of(reason));
    }

    private AccountState account(String region, UUID id) {
        return accounts.byId(region, id).orElseThrow(Problem.NOT_FOUND::plain);
    }

    private void set(AccountState account, String fresh, boolean mustChange) {
        var keys = GrantRules.keys(grants.of(account.region(), account.id()));
        var faults =
                new ArrayList<FieldError>(
                        PasswordPolicy.faults(
                                fresh, account.login(), rules.admin(account.region(), keys)));
        var used = new ArrayList<String>(account.passwordHistory());
        account.passwordHash().ifPresent(used::addFirst);
        if (faults.isEmpty() && used.stream().anyMatch(hash -> passwords.matches(fresh, hash))) {
            faults.add(PasswordPolicy.used());
        }
        if (!faults.isEmpty()) {
            throw Problem.INVALID
                    .with("密码不符合要求", "The password does not meet the requirements")
                    .and(faults);
        }
        var history =
                List.copyOf(used.subList(0, Math.min(used.size(), PasswordPolicy.REMEMBERED)));
        accounts.setPassword(account, passwords.hash(fresh), history, mustChange);
    }
}
