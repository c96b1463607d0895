package org.huying.access.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.OutsideIdentity;
import org.huying.access.OutsideSignIn.Why;
import org.huying.access.session.Origin;
import org.huying.access.session.Session;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/// From somebody proven outside to a session of ours. Whoever has a second factor here gives its code as well: the proof
/// then waits five minutes in a sealed ticket.
@Service
public class OutsideEntry {
    private static final Duration WAITS = Duration.ofMinutes(5);
    private static final String TICKET = "outside";

    /// How far somebody got.
    public sealed interface Entry {
        record Open(Token token, UUID session) implements Entry {}

        /// The code of the second factor is still owed.
        ///
        /// @param ticket to come back with, and the code
        record Half(String ticket) implements Entry {
            /// Tickets never show up in logs.
            @Override
            public String toString() {
                return "Half";
            }
        }

        record Closed(Why why) implements Entry {}
    }

    private final OutsideIdentities identities;
    private final AccountRows accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Cipher cipher;
    private final Audit audit;
    private final Clock clock;

    OutsideEntry(
            OutsideIdentities identities,
            AccountRows accounts,
            SignIn signIn,
            Sessions sessions,
            Cipher cipher,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    public Entry enter(OutsideIdentity who, Origin origin) {
        var found = identities.account(who);
        var why = found.map(this::refusal).orElse(Optional.of(Why.UNKNOWN));
        if (why.isPresent()) {
            refused(
                    who.region(),
                    who.provider(),
                    found.map(AccountState::subject),
                    why.get().name().toLowerCase(Locale.ROOT));
            return new Entry.Closed(why.get());
        }
        var account = found.orElseThrow();
        return account.totp().isPresent()
                ? new Entry.Half(ticket(account, who.provider()))
                : open(account, who.provider(), origin);
    }

    private Optional<Why> refusal(AccountState account) {
        if (!account.active()) {
            return Optional.of(Why.DISABLED);
        }
        return account.lockedUntil()
                .filter(until -> until.isAfter(clock.instant()))
                .map(_ -> Why.LOCKED);
    }

    /// Puts into the audit that nobody was let in.
    public void refused(String region, String provider, Optional<String> whom, String why) {
        audit.acted(
                Caller.ANONYMOUS,
                region,
                "sign-in-refused",
                whom.orElse("provider " + provider),
                Optional.of(provider + ": " + why));
    }

    private Entry.Open open(AccountState account, String provider, Origin origin) {
        var token = signIn.open(account, Optional.of(provider), origin);
        return new Entry.Open(token, sessions.look(token).map(Session::id).orElseThrow());
    }

    /// The second half: the code of the second factor. Wrong ones count towards the lock like wrong passwords.
    public Token finish(String ticket, String code, Origin origin) {
        var half = half(ticket).orElseThrow(Problem.UNAUTHENTICATED::plain);
        var account =
                accounts.byId(half.region(), half.account())
                        .filter(it -> identities.linked(it.region(), it.id(), half.provider()))
                        .orElseThrow(Problem.UNAUTHENTICATED::plain);
        signIn.checkCodeOnly(account, code);
        return signIn.open(account, Optional.of(half.provider()), origin);
    }

    private record HalfIn(String region, UUID account, String provider) {}

    private String ticket(AccountState account, String provider) {
        var plain =
                String.join(
                        "|",
                        TICKET,
                        account.region(),
                        account.id().toString(),
                        provider,
                        Long.toString(clock.instant().plus(WAITS).getEpochSecond()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.seal(plain));
    }

    private Optional<HalfIn> half(String ticket) {
        try {
            var words = cipher.open(Base64.getUrlDecoder().decode(ticket)).split("\\|", -1);
            boolean good =
                    words.length == 5
                            && words[0].equals(TICKET)
                            && Instant.ofEpochSecond(Long.parseLong(words[4]))
                                    .isAfter(clock.instant());
            return good
                    ? Optional.of(new HalfIn(words[1], UUID.fromString(words[2]), words[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }
}
