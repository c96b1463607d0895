package org.huying.access.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.CodeSender;
import org.huying.access.session.Origin;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/// Residents sign in with a code sent to their phone: six digits, five minutes, five tries. Answers never say whether a
/// phone is known.
@Service
public class ResidentSignIn {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OneTimeCodes codes;
    private final Residents residents;
    private final CodeSender sender;
    private final Sessions sessions;
    private final Cipher cipher;
    private final Audit audit;
    private final Clock clock;

    ResidentSignIn(
            OneTimeCodes codes,
            Residents residents,
            CodeSender sender,
            Sessions sessions,
            Cipher cipher,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.codes = codes;
        this.residents = residents;
        this.sender = sender;
        this.sessions = sessions;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /// Sends a code; answers it only where codes are shown instead of sent (never in production).
    public Optional<String> send(String region, String phone, Origin origin) {
        if (!Residents.isMobile(phone)) {
            throw Problem.INVALID.with("手机号码不正确", "This is not a mobile number");
        }
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        var now = clock.instant();
        codes.add(
                new OneTimeCodes.Fresh(
                        region,
                        cipher.blind(phone),
                        cipher.blind(origin.address()),
                        blind(phone, code),
                        now,
                        now.plus(VALID)));
        sender.send(phone, code, VALID);
        return sender instanceof DemonstrationCodes shown ? shown.last(phone) : Optional.empty();
    }

    public Token signIn(String region, String phone, String code, Origin origin) {
        var now = clock.instant();
        var candidate = codes.attempt(region, cipher.blind(phone), now);
        if (candidate.isEmpty()
                || !MessageDigest.isEqual(candidate.get().codeBlind(), blind(phone, code))
                || !codes.use(region, candidate.get().id(), now)) {
            throw Problem.CODE_REFUSED.plain();
        }
        var id = residents.known(region, phone, Optional.empty());
        audit.acted(
                SignIn.caller(id, Caller.Kind.RESIDENT),
                region,
                "signed-in",
                "resident " + id,
                Optional.of(origin.address()));
        return sessions.open(region, id, true, origin);
    }

    private byte[] blind(String phone, String code) {
        return cipher.blind("code " + phone + " " + code);
    }
}
