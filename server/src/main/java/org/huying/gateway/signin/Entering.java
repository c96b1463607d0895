package org.huying.gateway.signin;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/// Sends people to a provider and asks it who came back. What goes wrong on its side is kept for those who look after it.
@Service
class Entering {
    private final Providers providers;
    private final Flows flows;
    private final OidcExchange oidc;
    private final CodeExchange codes;
    private final Clock clock;

    Entering(
            Providers providers,
            Flows flows,
            OidcExchange oidc,
            CodeExchange codes,
            @Qualifier("wallClock") Clock clock) {
        this.providers = providers;
        this.flows = flows;
        this.oidc = oidc;
        this.codes = codes;
        this.clock = clock;
    }

    /// What the provider sent back.
    ///
    /// @param state what it was given, `code` what it gives, `error` what it says instead
    /// @param issuer who it says it is
    record Sent(
            Optional<String> state,
            Optional<String> code,
            Optional<String> error,
            Optional<String> issuer) {}

    /// Who came back, and where they wanted to go.
    record Came(Proven proven, String door, String next) {}

    /// Where somebody goes, who is then away for at most ten minutes.
    URI leave(Provider provider, Flows.Away away, String browser) throws NotProven {
        ready(provider);
        try {
            var where =
                    switch (provider.plan().way()) {
                        case Way.Oidc way -> oidc.start(provider, way, away);
                        case Way.OneCode way ->
                                URI.create(
                                        codes.start(provider, way, away)
                                                .orElseThrow(() ->
                                                        new NotProven(
                                                                Failure.UNREADY,
                                                                "it has no page to go to")));
                    };
            flows.leave(provider, away, browser);
            return where;
        } catch (NotProven e) {
            throw kept(provider, e);
        }
    }

    private static void ready(Provider provider) throws NotProven {
        if (!provider.lacks().isEmpty()) {
            throw new NotProven(Failure.UNREADY, "secrets are missing");
        }
    }

    /// Who went with this state.
    Optional<Flows.Away> away(Provider provider, Sent sent, String browser) {
        return sent.state().flatMap(it -> flows.back(provider, it, browser));
    }

    Came come(Provider provider, Flows.Away away, Sent sent) throws NotProven {
        ready(provider);
        if (sent.error().isPresent() || sent.code().isEmpty()) {
            throw new NotProven(Failure.CANCELLED, "it sent no code");
        }
        var code = sent.code().get();
        try {
            var proven =
                    switch (provider.plan().way()) {
                        case Way.Oidc way -> oidc.proven(provider, way, away, code, sent.issuer());
                        case Way.OneCode way -> once(provider, way, code);
                    };
            providers.proved(provider, clock.instant());
            return new Came(proven, away.door(), away.next());
        } catch (NotProven e) {
            throw kept(provider, e);
        }
    }

    /// The account of a code that the app brought by itself. Only where nobody has to go to the provider first.
    Proven brought(Provider provider, String code) throws NotProven {
        ready(provider);
        if (!(provider.plan().way() instanceof Way.OneCode way) || way.start().isPresent()) {
            throw new NotProven(Failure.STATE, "nobody went there before");
        }
        try {
            var proven = once(provider, way, code);
            providers.proved(provider, clock.instant());
            return proven;
        } catch (NotProven e) {
            throw kept(provider, e);
        }
    }

    private Proven once(Provider provider, Way.OneCode way, String code) throws NotProven {
        if (!flows.use(provider, code)) {
            throw new NotProven(Failure.CODE, "the code was brought before");
        }
        return codes.proven(provider, way, code);
    }

    private NotProven kept(Provider provider, NotProven e) {
        switch (e.why()) {
            case PROVIDER, TOKEN -> providers.failed(provider, e.detail(), clock.instant());
            case STATE, CANCELLED, CODE, UNREADY -> {}
        }
        return e;
    }
}
