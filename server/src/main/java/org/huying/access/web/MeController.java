package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.access.account.PasswordDesk;
import org.huying.access.account.Register;
import org.huying.access.session.Session;
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

/// What a signed-in caller may know and change about themselves.
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeldGrant(String role, @Nullable String area, @Nullable UUID unit) {}

    /// @param restriction `none`, or what must be done first: `change-password`, `enrol-second-factor`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            UUID account,
            String region,
            String kind,
            String name,
            String restriction,
            List<String> roles,
            List<HeldGrant> grants,
            List<String> permissions,
            String csrfToken,
            @Nullable OffsetDateTime expiresAt) {}

    record PasswordRequest(
            @NotBlank @Size(max = 128) String old, @NotBlank @Size(max = 128) String password) {}

    private final Sessions sessions;
    private final Register register;
    private final PasswordDesk passwords;

    MeController(Sessions sessions, Register register, PasswordDesk passwords) {
        this.sessions = sessions;
        this.register = register;
        this.passwords = passwords;
    }

    @GetMapping
    @Permit(Permit.SIGNED_IN)
    Me me(Session session) {
        var caller = session.caller();
        return new Me(
                caller.account(),
                session.region(),
                Names.of(caller.kind()),
                caller.name(),
                Names.of(session.restriction()),
                session.roles(),
                caller.grants().stream()
                        .map(grant ->
                                new HeldGrant(
                                        grant.role(),
                                        grant.area().map(Object::toString).orElse(null),
                                        grant.unit().orElse(null)))
                        .toList(),
                caller.grants().stream()
                        .map(org.huying.access.Grant::permissions)
                        .flatMap(Collection::stream)
                        .distinct()
                        .sorted()
                        .toList(),
                session.token().csrf(),
                Times.of(session.expires()));
    }

    @GetMapping("/sessions")
    @Permit(Permit.SIGNED_IN)
    List<SessionItem> sessions(Session session) {
        return sessions.live(session.region(), session.caller().account()).stream()
                .map(each -> SessionItem.of(each, each.id().equals(session.id())))
                .toList();
    }

    @DeleteMapping("/sessions/{id}")
    @Permit(Permit.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unversioned(Unversioned.ENDS)
    void revoke(Session session, @PathVariable UUID id) {
        var caller = session.caller();
        if (register.revoke(caller, session.region(), caller.account(), Optional.of(id)) == 0) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    @PostMapping("/password")
    @Permit(Permit.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unkeyed(Unkeyed.SECRET)
    void password(Session session, @RequestBody @Valid PasswordRequest body) {
        passwords.change(session, body.old(), body.password());
    }
}
