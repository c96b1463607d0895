package org.huying.gateway.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.sending.Utf8;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who outside vouches for people that sign in, each by a file.
@RestController
@RequestMapping("/api/v1/{region}/providers")
class ProviderController {
    private static final String EDIT = "gateway:provider:edit";
    private static final String REGION = "\\d{6}";
    private static final String KEY = "[a-z0-9][a-z0-9-]{1,35}";

    /// @param by the protocol: `oidc` or `code`
    /// @param needs names of its secrets; `lacks` those of them that are still to be entered
    /// @param back the address that is registered with the provider
    /// @param okAt when it last proved somebody
    /// @param error what last went wrong on its side, at `errorAt`
    record ProviderLine(
            String key,
            String name,
            String en,
            String by,
            List<String> doors,
            List<String> needs,
            List<String> lacks,
            String back,
            @Nullable OffsetDateTime okAt,
            @Nullable String error,
            @Nullable OffsetDateTime errorAt) {}

    record ProviderList(List<ProviderLine> items) {}

    /// @param file as it was written
    record ProviderView(ProviderLine provider, String file, long version) {}

    record ProviderSecretsRequest(
            @NotNull @Size(max = 20)
                    Map<@NotBlank @Size(max = 31) String, @NotBlank @Size(max = 500) String>
                            secrets) {}

    private final ProviderDesk desk;
    private final Providers providers;

    ProviderController(ProviderDesk desk, Providers providers) {
        this.desk = desk;
        this.providers = providers;
    }

    @GetMapping
    @Permit(value = EDIT, whole = true)
    ProviderList providers(@PathVariable @Pattern(regexp = REGION) String region) {
        return new ProviderList(
                providers.all(Optional.of(region)).stream().map(ProviderController::line).toList());
    }

    @GetMapping("/{provider}")
    @Permit(value = EDIT, whole = true)
    ResponseEntity<ProviderView> provider(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String provider) {
        return view(desk.found(region, provider));
    }

    /// Takes a YAML file (UTF-8, at most 64 KB) as the next version. A file with mistakes changes nothing; the problem lists
    /// all of them with line and column. Secrets do not stand in it.
    @PutMapping(
            path = "/{provider}",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Permit(value = EDIT, whole = true)
    ResponseEntity<ProviderView> putProvider(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String provider,
            @RequestBody byte[] body,
            Seen seen,
            Caller caller) {
        var text = Utf8.text(body, ProviderFile.LONGEST);
        return view(desk.put(region, provider, text, seen, caller));
    }

    /// Nobody signs in by it any more. Links of accounts stay and hold again when it is set up again.
    @DeleteMapping("/{provider}")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ENDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endProvider(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String provider,
            Caller caller) {
        desk.end(region, provider, caller);
    }

    /// All secrets anew, sealed and never shown again; those that are not named are forgotten.
    @PutMapping("/{provider}/secrets")
    @Permit(value = EDIT, whole = true)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.STANDS)
    ResponseEntity<ProviderView> putProviderSecrets(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String provider,
            @RequestBody @Valid ProviderSecretsRequest body,
            Caller caller) {
        desk.keep(region, provider, body.secrets(), caller);
        return view(desk.found(region, provider));
    }

    private static ResponseEntity<ProviderView> view(Provider it) {
        return Seen.tagged(it.version(), new ProviderView(line(it), it.text(), it.version()));
    }

    private static ProviderLine line(Provider it) {
        return new ProviderLine(
                it.key(),
                it.plan().name().zh(),
                it.plan().name().en(),
                it.plan().by(),
                it.plan().doors().stream().sorted().toList(),
                it.plan().way().needs(),
                it.lacks(),
                it.plan().back(it.region()),
                it.okAt().map(ProviderController::local).orElse(null),
                it.error().map(Provider.Trouble::what).orElse(null),
                it.error().map(Provider.Trouble::at).map(ProviderController::local).orElse(null));
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
