package org.huying.access.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Accounts;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.session.Sessions;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accounts that come many at a time, out of a list: those that are not there are made, those that are there get the roles
/// that they lack and keep everything else. The rules are those of accounts and roles that are made one by one; besides,
/// no list makes an administrator.
@Service
public class AccountBatch {

    private final AccountDesk desk;
    private final AccountRows rows;
    private final GrantRows grants;
    private final GrantRules rules;
    private final Sessions sessions;
    private final Audit audit;

    AccountBatch(
            AccountDesk desk,
            AccountRows rows,
            GrantRows grants,
            GrantRules rules,
            Sessions sessions,
            Audit audit) {
        this.desk = desk;
        this.rows = rows;
        this.grants = grants;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// What became of them.
    ///
    /// @param given roles that were given besides: to accounts that were there, and to new ones after their first
    /// @param refused why an account that is there may not have what the list says, by login
    public record Outcome(int added, int given, Map<String, ProblemException> refused) {
        public Outcome {
            refused = Map.copyOf(refused);
        }
    }

    /// Accounts with their passwords hashed, which takes its time and needs no transaction.
    public static final class Ready {
        private final String region;
        private final List<NewAccount> all;
        private final List<AccountRow> fresh;

        private Ready(String region, List<NewAccount> all, List<AccountRow> fresh) {
            this.region = region;
            this.all = all;
            this.fresh = fresh;
        }

        private Collection<String> logins() {
            return all.stream().map(NewAccount::login).toList();
        }
    }

    /// Why this account cannot be made by this caller, if it cannot.
    public Optional<ProblemException> flaw(Caller by, NewAccount account) {
        try {
            var roles = account.grants().stream().map(NewGrant::role).toList();
            if (rules.admin(account.region(), roles)) {
                throw Problem.ROLE_REFUSED.with(
                        "管理员在账号页上一个一个设",
                        "Administrators are made one by one on the page of accounts");
            }
            account.grants().forEach(grant -> GrantDesk.withinReach(by, grant));
            desk.check(account);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        }
    }

    /// Hashes the passwords of those that are not there yet.
    ///
    /// @param accounts each login once, without flaws
    public Ready ready(String region, List<NewAccount> accounts) {
        var logins = accounts.stream().map(NewAccount::login).toList();
        Map<String, Accounts.Named> known =
                logins.isEmpty() ? Map.of() : rows.byLogins(region, logins);
        var fresh = accounts.stream().filter(it -> !known.containsKey(it.login())).toList();
        return new Ready(region, List.copyOf(accounts), desk.hashed(fresh));
    }

    /// Makes those that are new, and gives the others what they lack.
    @Transactional
    public Outcome store(Caller by, Ready ready) {
        if (ready.all.isEmpty()) {
            return new Outcome(0, 0, Map.of());
        }
        var there =
                rows.lockedByLogins(ready.region, ready.logins()).stream()
                        .collect(Collectors.toMap(AccountState::login, it -> it));
        desk.store(by, ready.fresh);
        var refused = new HashMap<String, ProblemException>();
        int given = there.isEmpty() ? 0 : give(by, ready, there, refused);
        int more = ready.fresh.stream().mapToInt(it -> it.account().grants().size() - 1).sum();
        return new Outcome(ready.fresh.size(), given + more, refused);
    }

    private int give(
            Caller by,
            Ready ready,
            Map<String, AccountState> there,
            Map<String, ProblemException> refused) {
        var held =
                grants.held(ready.region, there.values().stream().map(AccountState::id).toList());
        var given = new ArrayList<GrantRow>();
        for (var wanted : ready.all) {
            var account = there.get(wanted.login());
            if (account != null) {
                var has = held.getOrDefault(account.id(), List.of());
                try {
                    given.addAll(lacking(by, account, has, wanted.grants()));
                } catch (ProblemException e) {
                    refused.put(wanted.login(), e);
                }
            }
        }
        grants.insert(given);
        given.forEach(it -> record(by, it));
        if (!given.isEmpty()) {
            sessions.forgetAll();
        }
        return given.size();
    }

    private List<GrantRow> lacking(
            Caller by, AccountState account, List<NewGrant> has, List<NewGrant> wanted) {
        var lacking = new LinkedHashSet<>(wanted);
        has.forEach(lacking::remove);
        if (lacking.isEmpty()) {
            return List.of();
        }
        if (account.id().equals(by.account())) {
            throw Problem.ROLE_REFUSED.with("不能给自己授权", "Nobody gives a role to themselves");
        }
        var keys = new LinkedHashSet<String>();
        has.forEach(it -> keys.add(it.role()));
        lacking.forEach(it -> keys.add(it.role()));
        rules.check(account.region(), account.kind(), keys);
        return lacking.stream()
                .map(it -> desk.granted(by, account.region(), account.id(), it))
                .toList();
    }

    private void record(Caller by, GrantRow row) {
        audit.acted(
                by,
                row.region(),
                "role-granted",
                subject(row.account()),
                Optional.of(AccountDesk.words(row.grant())));
    }

    private static String subject(UUID account) {
        return "account " + account;
    }
}
