package org.huying.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.huying.access.OutsideIdentity;
import org.huying.access.OutsideSignIn;
import org.huying.access.OutsideSignIn.Outcome;
import org.huying.access.Permit;
import org.huying.gateway.sending.Escape;
import org.huying.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The way of a browser out to a provider and back. Every answer leads on: into the app, or to a sign-in page with a word
/// for what went wrong.
@RestController
class SignInController {
    static final String BEGIN = "/sign-in/begin/";
    static final String BACK = "/sign-in/back/";
    private static final String OF = "{region}/{provider}";
    private static final String TOO_MANY = "too-many";
    private static final int LONGEST_CODE = 2_000;

    private final Providers providers;
    private final Entering entering;
    private final SignOuts signOuts;
    private final OutsideSignIn signIn;

    SignInController(
            Providers providers, Entering entering, SignOuts signOuts, OutsideSignIn signIn) {
        this.providers = providers;
        this.entering = entering;
        this.signOuts = signOuts;
        this.signIn = signIn;
    }

    /// One attempt, with what is known of it so far.
    private record Attempt(
            String region,
            String key,
            String door,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {

        Attempt heading(String toDoor, String toNext) {
            return new Attempt(region, key, toDoor, toNext, request, response);
        }
    }

    private interface Steps {
        String run(Provider provider) throws NotProven;
    }

    /// Out to the provider.
    @GetMapping(BEGIN + OF)
    @Permit(Permit.OPEN)
    ResponseEntity<Void> begin(
            @PathVariable String region,
            @PathVariable String provider,
            @RequestParam(defaultValue = "desk") String door,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt =
                new Attempt(
                        region, provider, Local.door(door), Local.page(next), request, response);
        return led(
                attempt,
                found -> {
                    var browser = Browser.fresh(request, response);
                    var away = Flows.Away.to(attempt.door(), attempt.next());
                    return entering.leave(found, away, browser).toString();
                });
    }

    /// Back from the provider.
    @GetMapping(BACK + OF)
    @Permit(Permit.OPEN)
    ResponseEntity<Void> back(
            @PathVariable String region,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt = new Attempt(region, provider, Local.door(""), "/", request, response);
        return led(
                attempt,
                found -> {
                    var sent =
                            new Entering.Sent(
                                    Optional.ofNullable(state),
                                    code(found, request),
                                    Optional.ofNullable(error),
                                    Optional.ofNullable(request.getParameter("iss")));
                    var browser = Browser.of(request);
                    Browser.forget(request, response);
                    var away =
                            browser.flatMap(it -> entering.away(found, sent, it))
                                    .orElseThrow(() ->
                                            new NotProven(
                                                    Failure.STATE, "nobody went with this state"));
                    return returned(attempt.heading(away.door(), away.next()), found, away, sent);
                });
    }

    private String returned(
            Attempt attempt, Provider provider, Flows.Away away, Entering.Sent sent) {
        try {
            var came = entering.come(provider, away, sent);
            return entered(attempt, provider, came.proven());
        } catch (NotProven e) {
            return refused(attempt, e.why());
        }
    }

    /// A code that the app of a provider brings by itself.
    @GetMapping("/sign-in/code/" + OF)
    @Permit(Permit.OPEN)
    ResponseEntity<Void> brought(
            @PathVariable String region,
            @PathVariable String provider,
            @RequestParam(defaultValue = "field") String door,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt =
                new Attempt(
                        region, provider, Local.door(door), Local.page(next), request, response);
        return led(
                attempt,
                found -> {
                    var code =
                            code(found, request)
                                    .orElseThrow(
                                            () -> new NotProven(Failure.CODE, "it sent no code"));
                    return entered(attempt, found, entering.brought(found, code));
                });
    }

    private static Optional<String> code(Provider provider, HttpServletRequest request) {
        var name = provider.plan().way() instanceof Way.OneCode way ? way.parameter() : "code";
        return Optional.ofNullable(request.getParameter(name))
                .filter(it -> !it.isBlank() && it.length() <= LONGEST_CODE);
    }

    private ResponseEntity<Void> led(Attempt attempt, Steps steps) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where(attempt, steps)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private String where(Attempt attempt, Steps steps) {
        try {
            signIn.limit(attempt.request());
        } catch (ProblemException _) {
            return Local.signIn(attempt.door(), TOO_MANY, attempt.key());
        }
        var provider = providers.find(attempt.region(), attempt.key());
        if (provider.isEmpty()) {
            return Local.signIn(attempt.door(), Failure.UNREADY.word(), "");
        }
        try {
            return steps.run(provider.get());
        } catch (NotProven e) {
            return refused(attempt, e.why());
        }
    }

    private String refused(Attempt attempt, Failure why) {
        signIn.refused(attempt.region(), attempt.key(), why.word());
        return Local.signIn(attempt.door(), why.word(), attempt.key());
    }

    private String entered(Attempt attempt, Provider provider, Proven proven) {
        var who = new OutsideIdentity(provider.region(), provider.key(), proven.account());
        return switch (signIn.enter(who, attempt.request(), attempt.response())) {
            case Outcome.Opened(var session) -> {
                proven.idToken()
                        .ifPresent(it -> signOuts.keep(provider, session, attempt.door(), it));
                yield Local.inside(attempt.door(), attempt.next());
            }
            case Outcome.CodeNeeded _ ->
                    Local.signIn(attempt.door(), "second-factor", attempt.key())
                            + "&then="
                            + Escape.url(attempt.next());
            case Outcome.Refused(var why) ->
                    switch (why) {
                        // told to the person alone: what stands behind # is sent to nobody
                        case UNKNOWN ->
                                Local.signIn(attempt.door(), "unknown", attempt.key())
                                        + "#account="
                                        + Escape.url(proven.account());
                        case DISABLED -> Local.signIn(attempt.door(), "disabled", attempt.key());
                        case LOCKED -> Local.signIn(attempt.door(), "locked", attempt.key());
                    };
        };
    }
}
