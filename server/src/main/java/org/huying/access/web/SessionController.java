package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.access.account.Register;
import org.huying.access.account.SecondFactor;
import org.huying.access.account.SignIn;
import org.huying.access.session.AccessSettings;
import org.huying.access.session.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and the second factor of one's own.
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    /// @param cookie whether the token goes into an HttpOnly cookie instead of the answer
    record SignInRequest(
            @Nullable @Pattern(regexp = "[0-9]{6}") String region,
            @NotBlank @Size(max = 40) String login,
            @NotBlank @Size(max = 128) String password,
            @Nullable @Size(max = 32) String code,
            boolean cookie) {}

    record CodeRequest(@NotBlank @Pattern(regexp = "[0-9]{6}") String code) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    private final SignIn signIn;
    private final SecondFactor secondFactor;
    private final Register register;
    private final AddressLimit limit;
    private final AccessSettings settings;

    SessionController(
            SignIn signIn,
            SecondFactor secondFactor,
            Register register,
            AddressLimit limit,
            AccessSettings settings) {
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.register = register;
        this.limit = limit;
        this.settings = settings;
    }

    @PostMapping
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.SECRET)
    OpenedSession signIn(
            @RequestBody @Valid SignInRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        limit.take("sign-in", Address.of(request), settings.signInPerMinute());
        var token =
                signIn.signIn(
                        new SignIn.Credentials(
                                Optional.ofNullable(body.region()),
                                body.login(),
                                body.password(),
                                Optional.ofNullable(body.code())),
                        Address.origin(request));
        return OpenedSession.of(token, body.cookie(), request, response);
    }

    @DeleteMapping
    @Permit(Permit.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.OWN)
    void signOut(Session session, HttpServletRequest request, HttpServletResponse response) {
        register.revoke(
                session.caller(),
                session.region(),
                session.caller().account(),
                Optional.of(session.id()));
        OpenedSession.forget(request, response);
    }

    @PostMapping("/totp")
    @Permit(Permit.SIGNED_IN)
    @Unkeyed(Unkeyed.SECRET)
    SecondFactor.Enrolment startSecondFactor(Session session) {
        return secondFactor.start(session);
    }

    @PostMapping("/totp/confirm")
    @Permit(Permit.SIGNED_IN)
    @Unkeyed(Unkeyed.SECRET)
    RecoveryCodes confirmSecondFactor(Session session, @RequestBody @Valid CodeRequest body) {
        return new RecoveryCodes(secondFactor.confirm(session, body.code()));
    }
}
