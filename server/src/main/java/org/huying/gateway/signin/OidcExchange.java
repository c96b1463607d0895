package org.huying.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;
import java.util.Optional;
import org.huying.access.OutsideIdentity;
import org.huying.gateway.sending.Escape;
import org.huying.gateway.sending.Wire;
import org.springframework.stereotype.Component;

/// The authorization code flow of OpenID Connect, with state, nonce and PKCE (S256).
@Component
class OidcExchange {
    private static final int REFUSED = 400;

    private final Issuers issuers;
    private final Wire wire;

    OidcExchange(Issuers issuers, Wire wire) {
        this.issuers = issuers;
        this.wire = wire;
    }

    /// Where the person goes.
    URI start(Provider provider, Way.Oidc way, Flows.Away away) throws NotProven {
        var metadata = issuers.of(provider, way).metadata();
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(way.scopes().toArray(String[]::new)),
                        new ClientID(way.client()),
                        back(provider))
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(away.state()))
                .nonce(new Nonce(away.nonce()))
                .codeChallenge(new CodeVerifier(away.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// @param issuer what the answer says it comes from, where it says so (RFC 9207)
    Proven proven(
            Provider provider, Way.Oidc way, Flows.Away away, String code, Optional<String> issuer)
            throws NotProven {
        var known = issuers.of(provider, way);
        boolean says = known.metadata().supportsAuthorizationResponseIssuerParam();
        if (issuer.map(it -> !it.equals(way.issuer())).orElse(says)) {
            throw new NotProven(Failure.STATE, "the answer comes from another provider");
        }
        var body = exchanged(request(provider, way, known, away, code));
        try {
            var token =
                    OIDCTokenResponse.parse(JSONObjectUtils.parse(body))
                            .getOIDCTokens()
                            .getIDToken();
            if (!(token instanceof SignedJWT signed)) {
                throw new NotProven(Failure.TOKEN, "the ID token is not signed");
            }
            return judged(way, known, signed, away);
        } catch (ParseException _) {
            throw new NotProven(Failure.PROVIDER, "token: the answer cannot be read");
        }
    }

    private static HTTPRequest request(
            Provider provider, Way.Oidc way, Issuers.Issuer known, Flows.Away away, String code) {
        var client = new ClientID(way.client());
        var secret = new Secret(provider.secrets().find(Way.Oidc.SECRET).orElse(""));
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code),
                        back(provider),
                        new CodeVerifier(away.verifier()));
        var address = known.metadata().getTokenEndpointURI();
        return (switch (way.proof()) {
                    case BASIC ->
                            new TokenRequest.Builder(
                                    address, new ClientSecretBasic(client, secret), grant);
                    case POST ->
                            new TokenRequest.Builder(
                                    address, new ClientSecretPost(client, secret), grant);
                    case NONE -> new TokenRequest.Builder(address, client, grant);
                })
                .build()
                .toHTTPRequest();
    }

    private String exchanged(HTTPRequest asked) throws NotProven {
        var ended =
                wire.call(
                        asked.getURI().toString(),
                        Issuers.LARGEST,
                        Issuers.PATIENCE,
                        uri -> {
                            var request =
                                    HttpRequest.newBuilder(uri)
                                            .header("Accept", "application/json")
                                            .POST(
                                                    BodyPublishers.ofString(
                                                            Objects.requireNonNullElse(
                                                                    asked.getBody(), "")));
                            asked.getHeaderMap()
                                    .forEach((name, values) ->
                                            values.forEach(it -> request.header(name, it)));
                            return request;
                        });
        if (ended.error().isEmpty()) {
            return ended.body();
        }
        boolean code =
                ended.status().orElse(0) == REFUSED && ended.body().contains("invalid_grant");
        throw new NotProven(
                code ? Failure.CODE : Failure.PROVIDER, "token: " + ended.error().get());
    }

    private static Proven judged(
            Way.Oidc way, Issuers.Issuer known, SignedJWT token, Flows.Away away) throws NotProven {
        var keys = new JWSVerificationKeySelector<>(way.algorithms(), known.keys());
        var validator =
                new IDTokenValidator(
                        known.metadata().getIssuer(), new ClientID(way.client()), keys, null);
        validator.setMaxClockSkew(way.skew());
        try {
            var claims = validator.validate(token, new Nonce(away.nonce())).toJWTClaimsSet();
            var party = claims.getClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(way.client())) {
                throw new NotProven(Failure.TOKEN, "the ID token was made for another client");
            }
            var account = claims.getClaim(way.account());
            var text =
                    account instanceof String || account instanceof Number
                            ? account.toString()
                            : "";
            if (!OutsideIdentity.fits(text)) {
                throw new NotProven(Failure.TOKEN, "the ID token has no " + way.account());
            }
            return new Proven(text, Optional.of(token.serialize()));
        } catch (BadJOSEException e) {
            throw new NotProven(Failure.TOKEN, "ID token: " + e.getMessage());
        } catch (JOSEException _) {
            throw new NotProven(Failure.PROVIDER, "its keys cannot be read");
        } catch (ParseException _) {
            throw new NotProven(Failure.TOKEN, "the ID token cannot be read");
        }
    }

    /// Where the session is ended there too, and how they come back; empty where the provider offers nothing.
    Optional<String> end(Provider provider, Way.Oidc way, String idToken, String back) {
        try {
            var metadata = issuers.of(provider, way).metadata();
            return Optional.ofNullable(metadata.getEndSessionEndpointURI())
                    .filter(_ -> way.signsOut())
                    .map(it ->
                            it
                                    + (it.getQuery() == null ? "?" : "&")
                                    + "id_token_hint="
                                    + Escape.url(idToken)
                                    + "&client_id="
                                    + Escape.url(way.client())
                                    + "&post_logout_redirect_uri="
                                    + Escape.url(back));
        } catch (NotProven _) {
            return Optional.empty();
        }
    }

    private static URI back(Provider provider) {
        return URI.create(provider.plan().back(provider.region()));
    }
}
