package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.account.ResidentSignIn;
import org.huying.access.session.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Residents sign in with a code sent to their phone. The answers are the same for phones that are known and unknown.
@RestController
@RequestMapping("/api/v1/residents")
class ResidentController {

    record CodeRequest(
            @NotBlank @Pattern(regexp = "[0-9]{6}") String region,
            @NotBlank @Pattern(regexp = "1[3-9][0-9]{9}") String phone) {}

    record SignInRequest(
            @NotBlank @Pattern(regexp = "[0-9]{6}") String region,
            @NotBlank @Pattern(regexp = "1[3-9][0-9]{9}") String phone,
            @NotBlank @Pattern(regexp = "[0-9]{6}") String code,
            boolean cookie) {}

    /// @param demonstrationCode the code itself, where codes are shown instead of sent; never in production
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeSent(boolean sent, @Nullable String demonstrationCode) {}

    private final ResidentSignIn signIn;
    private final AddressLimit limit;
    private final AccessSettings settings;

    ResidentController(ResidentSignIn signIn, AddressLimit limit, AccessSettings settings) {
        this.signIn = signIn;
        this.limit = limit;
        this.settings = settings;
    }

    @Unkeyed(Unkeyed.SECRET)
    @PostMapping("/code")
    @Permit(Permit.OPEN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodeSent code(@RequestBody @Valid CodeRequest body, HttpServletRequest request) {
        limit.take("code", Address.of(request), settings.signInPerMinute());
        var shown = signIn.send(body.region(), body.phone(), Address.origin(request));
        return new CodeSent(true, shown.orElse(null));
    }

    @PostMapping("/session")
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.SECRET)
    OpenedSession signIn(
            @RequestBody @Valid SignInRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        limit.take("sign-in", Address.of(request), settings.signInPerMinute());
        var token =
                signIn.signIn(body.region(), body.phone(), body.code(), Address.origin(request));
        return OpenedSession.of(token, body.cookie(), request, response);
    }
}
