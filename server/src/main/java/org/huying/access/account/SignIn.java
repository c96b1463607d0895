package org.huying.access.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.session.Origin;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/// Signing in with login, password and second factor. Every refusal looks the same and takes at least as long as the
/// slowest ordinary one, so that nobody learns which logins exist or are locked. Five failures lock for 30 minutes.
@Service
public class SignIn {
    private static final Duration LOCKED_FOR = Duration.ofMinutes(30);
    private static final Duration FLOOR = Duration.ofMillis(300);
    private static final int FAILURES = 5;

    /// What a person typed. `region` is needed only where two regions have the same login.
    public record Credentials(
            Optional<String> region, String login, String password, Optional<String> code) {

        /// Secrets never show up in logs.
        @Override
        public String toString() {
            return "Credentials of " + region.orElse("any region");
        }
    }

    private final AccountRows accounts;
    private final GrantRows grants;
    private final GrantRules rules;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    SignIn(
            AccountRows accounts,
            GrantRows grants,
            GrantRules rules,
            Passwords passwords,
            SecondFactor secondFactor,
            Sessions sessions,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.rules = rules;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public Token signIn(Credentials credentials, Origin origin) {
        long started = System.nanoTime();
        try {
            return checked(credentials, origin);
        } catch (ProblemException refused) {
            waitUntil(started);
            throw refused;
        }
    }

    private Token checked(Credentials credentials, Origin origin) {
        var account = accounts.byLogin(credentials.region(), credentials.login());
        if (account.isEmpty()) {
            passwords.matchesNobody(credentials.password());
            record(credentials.region().orElse("000000"), "unknown", "sign-in-refused", "login");
            throw Problem.LOGIN_REFUSED.plain();
        }
        var found = account.get();
        checkPassword(found, credentials.password());
        if (found.totp().isPresent()) {
            checkCode(found, credentials.code());
        }
        accounts.clearAttempts(found.region(), found.id());
        return open(found, Optional.empty(), origin);
    }

    /// Throws unless it is the right password of an account that is not locked.
    void checkPassword(AccountState account, String password) {
        var now = clock.instant();
        var hash = account.passwordHash();
        if (hash.isEmpty()
                || !account.active()
                || !accounts.countAttempt(account, now, now.plus(LOCKED_FOR))) {
            passwords.matchesNobody(password);
            record(account.region(), account.subject(), "sign-in-refused", "locked");
            throw Problem.LOGIN_REFUSED.plain();
        }
        if (!passwords.matches(password, hash.get())) {
            failed(account, now, "password");
            throw Problem.LOGIN_REFUSED.plain();
        }
    }

    private void checkCode(AccountState account, Optional<String> code) {
        if (code.isEmpty()) {
            accounts.uncountAttempt(account.region(), account.id());
            throw Problem.SECOND_FACTOR_NEEDED.plain();
        }
        if (!secondFactor.use(account, code.get())) {
            failed(account, clock.instant(), "second factor");
            throw Problem.SECOND_FACTOR_REFUSED.plain();
        }
    }

    private void failed(AccountState before, Instant now, String what) {
        record(before.region(), before.subject(), "sign-in-refused", what);
        boolean expired = before.lockedUntil().map(until -> !until.isAfter(now)).orElse(false);
        if (!expired && before.failed() + 1 >= FAILURES) {
            record(before.region(), before.subject(), "account-locked", "failures");
        }
    }

    /// The code of the second factor without a password before it, of an account that is not locked. Wrong ones count.
    void checkCodeOnly(AccountState account, String code) {
        var now = clock.instant();
        if (account.totp().isEmpty()
                || !accounts.countAttempt(account, now, now.plus(LOCKED_FOR))) {
            record(account.region(), account.subject(), "sign-in-refused", "locked");
            throw Problem.LOGIN_REFUSED.plain();
        }
        checkCode(account, Optional.of(code));
        accounts.clearAttempts(account.region(), account.id());
    }

    /// @param provider who vouched for the person, where it was not a password
    Token open(AccountState account, Optional<String> provider, Origin origin) {
        var keys = GrantRules.keys(grants.of(account.region(), account.id()));
        if (rules.admin(account.region(), keys)) {
            sessions.revoke(account.region(), account.id(), Optional.empty());
        }
        var token = sessions.open(account.region(), account.id(), provider, origin);
        audit.acted(
                caller(account.id(), account.kind()),
                account.region(),
                "signed-in",
                account.subject(),
                Optional.of(provider.map(it -> it + ", ").orElse("") + origin.address()));
        return token;
    }

    private void record(String region, String subject, String act, String reason) {
        audit.acted(Caller.ANONYMOUS, region, act, subject, Optional.of(reason));
    }

    static Caller caller(UUID id, Caller.Kind kind) {
        return new Caller(id, kind, "", java.util.List.of());
    }

    private static void waitUntil(long started) {
        long left = FLOOR.toNanos() - (System.nanoTime() - started);
        if (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
