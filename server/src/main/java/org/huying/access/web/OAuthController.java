package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.machine.Calls;
import org.huying.access.machine.ClientSecrets;
import org.huying.access.machine.ClientTokens;
import org.huying.access.machine.OAuthRefusal;
import org.huying.access.machine.OAuthRefusal.Kind;
import org.huying.access.role.Permission;
import org.huying.access.role.Roles;
import org.huying.access.session.AccessSettings;
import org.huying.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// OAuth 2 for programs: client credentials (RFC 6749 §4.4), revocation (RFC 7009) and the metadata that describes both
/// (RFC 8414). Refusals are those of the protocol.
@RestController
class OAuthController {
    static final String BASE = "/oauth/";
    private static final String GRANT = "client_credentials";
    private static final long WINDOW = 60;

    record TokenAnswer(
            @JsonProperty("access_token") String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("scope") String scope) {}

    record RefusalAnswer(
            @JsonProperty("error") String error,
            @JsonProperty("error_description") String description) {}

    record Metadata(
            @JsonProperty("issuer") String issuer,
            @JsonProperty("token_endpoint") String token,
            @JsonProperty("revocation_endpoint") String revocation,
            @JsonProperty("grant_types_supported") List<String> grants,
            @JsonProperty("response_types_supported") List<String> responses,
            @JsonProperty("token_endpoint_auth_methods_supported") List<String> tokenProofs,
            @JsonProperty("revocation_endpoint_auth_methods_supported") List<String> endProofs,
            @JsonProperty("scopes_supported") List<String> scopes) {}

    private final ClientSecrets secrets;
    private final ClientTokens tokens;
    private final Calls calls;
    private final Roles roles;
    private final AddressLimit limit;
    private final AccessSettings settings;

    OAuthController(
            ClientSecrets secrets,
            ClientTokens tokens,
            Calls calls,
            Roles roles,
            AddressLimit limit,
            AccessSettings settings) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.calls = calls;
        this.roles = roles;
        this.limit = limit;
        this.settings = settings;
    }

    @PostMapping("/oauth/token")
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.SECRET)
    ResponseEntity<TokenAnswer> token(HttpServletRequest request) {
        var form = OAuthForm.of(request);
        var grant =
                form.given("grant_type")
                        .orElseThrow(() ->
                                new OAuthRefusal(Kind.INVALID_REQUEST, "grant_type is missing"));
        var who = proven(form, request);
        if (!grant.equals(GRANT)) {
            throw new OAuthRefusal(Kind.UNSUPPORTED_GRANT_TYPE, "There is " + GRANT + " only");
        }
        counted(who);
        var granted = tokens.grant(who, form.given("scope").orElse(""));
        calls.answered(who.machine(), HttpStatus.OK.value());
        return unkept(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        new TokenAnswer(
                                granted.token().text(),
                                "Bearer",
                                granted.lasts().toSeconds(),
                                String.join(" ", granted.scopes())));
    }

    @PostMapping("/oauth/revoke")
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.HARMLESS)
    ResponseEntity<Void> revoke(HttpServletRequest request) {
        var form = OAuthForm.of(request);
        var who = proven(form, request);
        var token =
                form.given("token")
                        .orElseThrow(
                                () -> new OAuthRefusal(Kind.INVALID_REQUEST, "token is missing"));
        tokens.revoke(who.machine(), token);
        return unkept(HttpStatus.OK).build();
    }

    /// Where everything is, as this server is called by whoever asks.
    @GetMapping("/.well-known/oauth-authorization-server")
    @Permit(Permit.OPEN)
    Metadata metadata() {
        var issuer = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var proofs = List.of("client_secret_basic", "client_secret_post");
        return new Metadata(
                issuer,
                issuer + BASE + "token",
                issuer + BASE + "revoke",
                List.of(GRANT),
                List.of(),
                proofs,
                proofs,
                roles.permissions().stream().map(Permission::key).toList());
    }

    /// Wrong ones are counted by address; a program that knows its secret is never kept out by them.
    private ClientSecrets.Proven proven(OAuthForm form, HttpServletRequest request) {
        var found = form.client().flatMap(it -> secrets.proven(it.id(), it.secret()));
        if (found.isEmpty()) {
            try {
                limit.take("client", Address.of(request), settings.signInPerMinute());
            } catch (ProblemException _) {
                throw tooMany(WINDOW);
            }
            throw new OAuthRefusal(Kind.INVALID_CLIENT, "No such client, or not its secret");
        }
        return found.get();
    }

    /// Asking for a token is a call like any other.
    private void counted(ClientSecrets.Proven who) {
        try {
            calls.take(who.machine());
        } catch (ProblemException e) {
            throw tooMany(Long.parseLong(e.headers().getOrDefault("Retry-After", "60")));
        }
    }

    private static OAuthRefusal tooMany(long seconds) {
        return new OAuthRefusal(Kind.TEMPORARILY_UNAVAILABLE, "Too many calls", seconds);
    }

    @ExceptionHandler
    ResponseEntity<RefusalAnswer> refused(OAuthRefusal refusal) {
        var answer = unkept(HttpStatus.valueOf(refusal.kind().status()));
        refusal.retryAfter()
                .ifPresent(it -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(it)));
        if (refusal.kind() == Kind.INVALID_CLIENT) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"huying\"");
        }
        return answer.contentType(MediaType.APPLICATION_JSON)
                .body(new RefusalAnswer(refusal.kind().word(), refusal.description()));
    }

    private static ResponseEntity.BodyBuilder unkept(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.PRAGMA, "no-cache");
    }
}
