package org.huying.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.huying.access.OutsideSignIn;
import org.huying.access.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the sign-in pages of the doors have to know.
@RestController
class DoorController {

    /// @param start where its button leads
    record OfferedProvider(String region, String key, String name, String en, String start) {}

    record OfferedProviders(List<OfferedProvider> items) {}

    /// @param next where the browser goes to end the session at the provider too; absent where it need not go anywhere
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignOutView(@Nullable String next) {}

    private final Providers providers;
    private final SignOuts signOuts;
    private final OutsideSignIn signIn;

    DoorController(Providers providers, SignOuts signOuts, OutsideSignIn signIn) {
        this.providers = providers;
        this.signOuts = signOuts;
        this.signIn = signIn;
    }

    /// The providers by which people may sign in at a door, of one county or of all.
    @GetMapping("/api/v1/sign-in/providers")
    @Permit(Permit.OPEN)
    OfferedProviders offered(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}") String region,
            @RequestParam(defaultValue = "desk") @Pattern(regexp = "desk|field") String door) {
        return new OfferedProviders(
                providers.all(Optional.ofNullable(region)).stream()
                        .filter(it -> it.offered() && it.plan().doors().contains(door))
                        .map(DoorController::shown)
                        .toList());
    }

    private static OfferedProvider shown(Provider it) {
        return new OfferedProvider(
                it.region(),
                it.key(),
                it.plan().name().zh(),
                it.plan().name().en(),
                SignInController.BEGIN + it.region() + "/" + it.key());
    }

    /// Where the provider ends its own session with the one that asks, to be gone to after signing out here.
    @GetMapping("/api/v1/session/outside")
    @Permit(Permit.SIGNED_IN)
    SignOutView signOutThere(HttpServletRequest request) {
        return new SignOutView(
                signIn.session(request)
                        .flatMap(it -> signOuts.of(it.region(), it.session()))
                        .orElse(null));
    }
}
