package org.huying.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.session.Session;
import org.huying.access.session.Sessions;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The second factor: enrolled in two steps, each code good for once, ten recovery codes for a lost phone.
@Service
public class SecondFactor {
    private static final int RECOVERY_CODES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What an authenticator app needs; shown once.
    public record Enrolment(String secret, String uri) {}

    private final AccountRows accounts;
    private final SecondFactorRows rows;
    private final Sessions sessions;
    private final Cipher cipher;
    private final Audit audit;
    private final Clock clock;
    private final Totp totp = new Totp();

    SecondFactor(
            AccountRows accounts,
            SecondFactorRows rows,
            Sessions sessions,
            Cipher cipher,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.sessions = sessions;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /// Starts, or starts again, as long as none is in force: a stolen session must not replace it.
    @Transactional
    public Enrolment start(Session session) {
        var account = own(session);
        if (account.totp().isPresent()) {
            throw Problem.REFUSED.with(
                    "已启用动态验证码，如需更换请联系安全管理员",
                    "A second factor is in force; the security administrator can reset it");
        }
        var secret = Totp.fresh();
        rows.setPending(account.region(), account.id(), cipher.seal(secret));
        return new Enrolment(secret, Totp.uri(secret, account.login()));
    }

    /// Ends the enrolment with a first code; answers the recovery codes, which are shown once.
    @Transactional
    public List<String> confirm(Session session, String code) {
        var account = own(session);
        var secret =
                account.totpPending()
                        .map(sealed -> sealed.open(cipher))
                        .orElseThrow(
                                () -> Problem.REFUSED.with("尚未开始启用", "No enrolment was started"));
        var step = totp.step(secret, code, clock.instant());
        if (step.isEmpty()) {
            throw Problem.INVALID.with("动态验证码不正确", "The code is wrong");
        }
        var codes = Stream.generate(SecondFactor::recoveryCode).limit(RECOVERY_CODES).toList();
        rows.activate(
                account.region(),
                account.id(),
                step.getAsLong(),
                codes.stream().map(SecondFactor::hash).toList());
        audit.acted(
                session.caller(),
                account.region(),
                "second-factor-enrolled",
                account.subject(),
                Optional.empty());
        sessions.forget(session.token());
        return codes;
    }

    /// Takes the second factor away, so that its owner can enrol a new phone.
    @Transactional
    public void reset(Caller by, String region, UUID id, String reason) {
        var account = accounts.locked(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        rows.remove(region, id);
        sessions.revoke(region, id, Optional.empty());
        audit.acted(by, region, "second-factor-reset", account.subject(), Optional.of(reason));
    }

    /// Whether this is a right code of the app, or a recovery code, that was never used.
    boolean use(AccountState account, String code) {
        var secret = account.totp().map(sealed -> sealed.open(cipher)).orElseThrow();
        var step = totp.step(secret, code, clock.instant());
        return step.isPresent()
                ? rows.useStep(account.region(), account.id(), step.getAsLong())
                : rows.useRecovery(account.region(), account.id(), hash(code));
    }

    private AccountState own(Session session) {
        if (session.caller().kind() != Caller.Kind.STAFF) {
            throw Problem.REFUSED.with("此类账号不使用动态验证码", "Such accounts have no second factor");
        }
        return accounts.locked(session.region(), session.caller().account())
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    private static String recoveryCode() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT);
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            code.strip()
                                                    .toLowerCase(Locale.ROOT)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
