package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.access.account.ApiTokens;
import org.huying.access.account.Register;
import org.huying.access.session.Sessions;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The sessions and API tokens of an account.
@RestController
@RequestMapping("/api/v1/{region}/accounts/{account}")
class CredentialController {

    record TokenRequest(
            @NotBlank @Size(max = 60) String name, @Nullable OffsetDateTime expiresAt) {}

    /// The text is shown this once.
    record IssuedToken(UUID id, String token) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokenItem(
            UUID id,
            String name,
            OffsetDateTime createdAt,
            UUID createdBy,
            @Nullable OffsetDateTime expiresAt) {}

    private final Sessions sessions;
    private final Register register;
    private final ApiTokens tokens;

    CredentialController(Sessions sessions, Register register, ApiTokens tokens) {
        this.sessions = sessions;
        this.register = register;
        this.tokens = tokens;
    }

    @GetMapping("/sessions")
    @Permit(value = "access:session:read", whole = true)
    List<SessionItem> sessions(@PathVariable String region, @PathVariable UUID account) {
        return sessions.live(region, account).stream()
                .map(each -> SessionItem.of(each, false))
                .toList();
    }

    @DeleteMapping("/sessions/{id}")
    @Permit(value = "access:session:revoke", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unversioned(Unversioned.ENDS)
    void revoke(
            @PathVariable String region,
            @PathVariable UUID account,
            @PathVariable UUID id,
            Caller caller) {
        if (register.revoke(caller, region, account, Optional.of(id)) == 0) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    @DeleteMapping("/sessions")
    @Permit(value = "access:session:revoke", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unversioned(Unversioned.ENDS)
    void revokeAll(@PathVariable String region, @PathVariable UUID account, Caller caller) {
        register.revoke(caller, region, account, Optional.empty());
    }

    @GetMapping("/tokens")
    @Permit(value = "access:token:edit", whole = true)
    List<TokenItem> tokens(@PathVariable String region, @PathVariable UUID account) {
        return tokens.of(region, account).stream()
                .map(token ->
                        new TokenItem(
                                token.id(),
                                token.name(),
                                Times.of(token.createdAt()),
                                token.createdBy(),
                                Times.of(token.expiresAt())))
                .toList();
    }

    @PostMapping("/tokens")
    @Permit(value = "access:token:edit", whole = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.ADDS)
    IssuedToken issue(
            @PathVariable String region,
            @PathVariable UUID account,
            Caller caller,
            @RequestBody @Valid TokenRequest body) {
        var expires = Optional.ofNullable(body.expiresAt()).map(OffsetDateTime::toInstant);
        var issued = tokens.issue(caller, region, account, body.name(), expires);
        return new IssuedToken(issued.id(), issued.token().text());
    }

    @DeleteMapping("/tokens/{id}")
    @Permit(value = "access:token:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unversioned(Unversioned.ENDS)
    void revokeToken(
            @PathVariable String region,
            @PathVariable UUID account,
            @PathVariable UUID id,
            Caller caller) {
        tokens.revoke(caller, region, account, id);
    }
}
