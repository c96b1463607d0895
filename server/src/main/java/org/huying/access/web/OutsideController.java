package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.huying.access.OutsideIdentity;
import org.huying.access.OutsideSignIn;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.account.OutsideEntry;
import org.huying.access.account.OutsideEntry.Entry;
import org.huying.access.session.AccessSettings;
import org.huying.problem.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing in on the word of a provider, as far as it is ours: cookies, limits, and the second factor.
@RestController
class OutsideController implements OutsideSignIn {
    static final String PATH = "/api/v1/session/outside";

    /// @param code of the authenticator app, or a recovery code
    record OutsideCodeRequest(@NotBlank @Size(max = 32) String code) {}

    private final OutsideEntry entry;
    private final AddressLimit limit;
    private final AccessSettings settings;

    OutsideController(OutsideEntry entry, AddressLimit limit, AccessSettings settings) {
        this.entry = entry;
        this.limit = limit;
        this.settings = settings;
    }

    /// Takes the code of the second factor of somebody whom a provider has proven within the last five minutes; answers like
    /// signing in with a password and a cookie.
    @PostMapping(PATH)
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.SECRET)
    OpenedSession finishOutside(
            @RequestBody @Valid OutsideCodeRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        limit(request);
        var ticket =
                HalfIn.ticket(request)
                        .orElseThrow(() ->
                                Problem.REFUSED.with("请重新从外部平台登录", "Begin again at the provider"));
        var token = entry.finish(ticket, body.code(), Address.origin(request));
        HalfIn.forget(request, response);
        return OpenedSession.of(token, true, request, response);
    }

    @Override
    public Outcome enter(
            OutsideIdentity who, HttpServletRequest request, HttpServletResponse response) {
        return switch (entry.enter(who, Address.origin(request))) {
            case Entry.Open(var token, var session) -> {
                OpenedSession.of(token, true, request, response);
                yield new Outcome.Opened(session);
            }
            case Entry.Half(var ticket) -> {
                HalfIn.keep(ticket, request, response);
                yield new Outcome.CodeNeeded();
            }
            case Entry.Closed(var why) -> new Outcome.Refused(why);
        };
    }

    @Override
    public void refused(String region, String provider, String why) {
        entry.refused(region, provider, Optional.empty(), why);
    }

    @Override
    public void limit(HttpServletRequest request) {
        limit.take("sign-in", Address.of(request), settings.signInPerMinute());
    }

    @Override
    public Optional<Mine> session(HttpServletRequest request) {
        return Signed.session(request).map(it -> new Mine(it.region(), it.id()));
    }
}
