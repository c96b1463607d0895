package org.huying.gateway.signin;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huying.gateway.sending.Fill;

/// How a provider is asked who somebody is.
sealed interface Way {

    /// Names of the secrets that have to be known before anybody can be asked about.
    List<String> needs();

    /// OpenID Connect, by the authorization code flow.
    ///
    /// @param issuer exactly as it calls itself
    /// @param client what it calls us
    /// @param account the claim of the ID token that is the account id
    /// @param algorithms by which an ID token may be signed
    /// @param skew how far its clock may be off, in seconds
    /// @param signsOut whether a session that ends here ends there too
    record Oidc(
            String issuer,
            String client,
            Proof proof,
            List<String> scopes,
            String account,
            Set<JWSAlgorithm> algorithms,
            int skew,
            boolean signsOut)
            implements Way {

        static final String SECRET = "client";

        @Override
        public List<String> needs() {
            return proof == Proof.NONE ? List.of() : List.of(SECRET);
        }
    }

    /// How we prove to a provider of OpenID Connect who we are.
    enum Proof {
        BASIC,
        POST,
        /// By the code verifier alone.
        NONE
    }

    /// A code that is good for one exchange, brought by the browser and exchanged by us.
    ///
    /// @param parameter what the code is called in the address that brings it
    /// @param start where a button leads; empty where the app opens us by itself and brings the code at once
    /// @param steps what is asked, in order
    /// @param account where the account id stands in the last answer
    record OneCode(String parameter, Optional<String> start, List<Step> steps, String account)
            implements Way {

        @Override
        public List<String> needs() {
            var needs = new TreeSet<String>();
            steps.forEach(it -> needs.addAll(it.needs()));
            start.ifPresent(it -> needs.addAll(Fill.secrets(it)));
            return List.copyOf(needs);
        }
    }

    /// One question of an exchange. Everything in it is a template.
    ///
    /// @param json whether the body is JSON; else a form
    /// @param good what a good answer says; empty where any answer of 2xx is good
    /// @param error where an answer says what is wrong
    /// @param take what later questions need of the answer, by name
    /// @param keep for so many seconds what was taken is good for others too; 0 for none
    record Step(
            String method,
            String url,
            Map<String, String> headers,
            Optional<String> body,
            boolean json,
            Optional<Sign> sign,
            Optional<Good> good,
            Optional<String> error,
            Map<String, String> take,
            int keep) {

        private List<String> needs() {
            var needs = new TreeSet<String>(Fill.secrets(url));
            headers.values().forEach(it -> needs.addAll(Fill.secrets(it)));
            body.ifPresent(it -> needs.addAll(Fill.secrets(it)));
            sign.ifPresent(it -> {
                needs.add(it.secret());
                needs.addAll(Fill.secrets(it.of()));
            });
            return List.copyOf(needs);
        }

        /// Names that stand in it.
        List<String> uses() {
            var uses = new TreeSet<String>(Fill.unknown(url, List.of()));
            headers.values().forEach(it -> uses.addAll(Fill.unknown(it, List.of())));
            body.ifPresent(it -> uses.addAll(Fill.unknown(it, List.of())));
            sign.ifPresent(it -> uses.addAll(Fill.unknown(it.of(), List.of())));
            return List.copyOf(uses);
        }
    }

    /// The value `sign`: HMAC-SHA256.
    ///
    /// @param of what is signed
    /// @param secret the name of the key
    record Sign(String of, String secret, boolean base64) {}

    /// How a good answer is known.
    ///
    /// @param at where it stands; `is` the words that are good
    record Good(String at, List<String> is) {}

    /// What a template may say beside secrets and what was taken before.
    Set<String> KNOWN = Set.of("code", "back", "time", "seconds", "millis", "nonce", "sign");
}
