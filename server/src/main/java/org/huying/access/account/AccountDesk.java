package org.huying.access.account;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huying.access.Accounts;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.session.Origin;
import org.huying.access.session.SessionView;
import org.huying.access.session.Sessions;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes accounts, and opens sessions for the program itself.
@Service
class AccountDesk implements Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");

    private final AccountRows rows;
    private final GrantRows grants;
    private final GrantRules rules;
    private final Passwords passwords;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Residents residents;
    private final Audit audit;
    private final Clock clock;

    AccountDesk(
            AccountRows rows,
            GrantRows grants,
            GrantRules rules,
            Passwords passwords,
            Sessions sessions,
            ApiTokens tokens,
            Residents residents,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.rows = rows;
        this.grants = grants;
        this.rules = rules;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.residents = residents;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID create(NewAccount account) {
        return create(Caller.SYSTEM, List.of(account)).getFirst();
    }

    @Override
    @Transactional
    public List<UUID> createAll(List<NewAccount> accounts) {
        return create(Caller.SYSTEM, accounts);
    }

    @Transactional
    List<UUID> create(Caller by, List<NewAccount> accounts) {
        accounts.forEach(this::check);
        var fresh = hashed(accounts);
        store(by, fresh);
        return fresh.stream().map(AccountRow::id).toList();
    }

    /// Ready to be stored. Equal passwords are hashed once; each takes its time.
    List<AccountRow> hashed(List<NewAccount> accounts) {
        var hashes = new HashMap<String, String>();
        var fresh = new ArrayList<AccountRow>();
        for (var account : accounts) {
            var hash =
                    account.password().map(text -> hashes.computeIfAbsent(text, passwords::hash));
            fresh.add(new AccountRow(account, Ids.next(), hash));
        }
        return fresh;
    }

    /// Stores accounts that have been checked.
    void store(Caller by, List<AccountRow> fresh) {
        var given = new ArrayList<GrantRow>();
        for (var each : fresh) {
            var account = each.account();
            account.grants()
                    .forEach(grant -> given.add(granted(by, account.region(), each.id(), grant)));
        }
        try {
            rows.insert(fresh);
        } catch (DuplicateKeyException _) {
            throw Problem.LOGIN_TAKEN.plain();
        }
        grants.insert(given);
        fresh.forEach(row -> record(by, row));
    }

    /// A role that is given from now on.
    GrantRow granted(Caller by, String region, UUID id, NewGrant grant) {
        return new GrantRow(
                region, id, Ids.next(), grant, clock.instant(), Optional.empty(), by.account());
    }

    private void record(Caller by, AccountRow row) {
        var roles = row.account().grants().stream().map(AccountDesk::words).toList();
        audit.acted(
                by,
                row.account().region(),
                "account-created",
                "account " + row.id(),
                Optional.of(String.join(", ", roles)));
    }

    static String words(NewGrant grant) {
        return grant.role()
                + "@"
                + grant.area().map(Object::toString).orElse("*")
                + grant.unit().map(unit -> "/" + unit).orElse("");
    }

    /// Throws a problem for one that cannot be made like that.
    void check(NewAccount account) {
        if (!REGION.matcher(account.region()).matches()
                || !LOGIN.matcher(account.login()).matches()
                || account.name().isBlank()
                || account.name().length() > 60) {
            throw Problem.INVALID.with(
                    "账号名应为 2 至 40 位小写字母、数字或 . _ -，姓名不超过 60 字",
                    "A login has 2 to 40 of a-z, 0-9, '.', '_', '-'; a name at most 60 characters");
        }
        if (account.kind() != Caller.Kind.STAFF && account.kind() != Caller.Kind.MACHINE) {
            throw Problem.INVALID.with("账号类型不对", "An account is of staff or of a machine");
        }
        var keys = account.grants().stream().map(NewGrant::role).distinct().toList();
        rules.check(account.region(), account.kind(), keys);
        boolean admin = rules.admin(account.region(), keys);
        account.password()
                .map(text -> PasswordPolicy.faults(text, account.login(), admin))
                .filter(faults -> !faults.isEmpty())
                .ifPresent(faults -> {
                    throw Problem.INVALID.plain().and(faults);
                });
    }

    @Override
    public Optional<UUID> byLogin(String region, String login) {
        return rows.byLogin(Optional.of(region), login).map(AccountState::id);
    }

    @Override
    public Map<String, Named> byLogins(String region, Collection<String> logins) {
        return logins.isEmpty() ? Map.of() : rows.byLogins(region, logins);
    }

    @Override
    public UUID resident(String region, String phone, Optional<String> name) {
        return residents.known(region, phone, name);
    }

    @Override
    public String openSession(UUID account, String region) {
        boolean resident = rows.byId(region, account).isEmpty();
        if (resident && !residents.exists(region, account)) {
            throw Problem.NOT_FOUND.plain();
        }
        return sessions.open(region, account, resident, Origin.PROGRAM).text();
    }

    @Override
    public String issueToken(UUID account, String region, String name, Optional<Instant> expires) {
        return tokens.issue(Caller.SYSTEM, region, account, name, expires).token().text();
    }

    @Override
    public Optional<Instant> lastSeen(String region, UUID account) {
        return sessions.live(region, account).stream()
                .filter(it -> !it.address().equals(Origin.PROGRAM.address()))
                .map(SessionView::lastSeen)
                .findFirst();
    }

    @Override
    public Map<UUID, String> names(String region, Collection<UUID> accounts) {
        return accounts.isEmpty() ? Map.of() : rows.names(region, accounts);
    }
}
