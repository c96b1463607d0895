package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.Permit;
import org.huying.access.account.AccountList;
import org.huying.access.account.AccountVersions;
import org.huying.access.account.AccountView;
import org.huying.access.account.PasswordDesk;
import org.huying.access.account.Register;
import org.huying.access.account.SecondFactor;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts of a region, for its security administrators.
@RestController
@RequestMapping("/api/v1/{region}/accounts")
class AccountController {
    private static final String READ = "access:account:read";
    private static final String EDIT = "access:account:edit";

    /// Who is to have an account. Without a password somebody has to set one before it can be used to sign in.
    record AccountRequest(
            @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,39}") String login,
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Pattern(regexp = "staff|machine") String kind,
            @Nullable @Size(max = 128) String password,
            @NotNull @Size(max = 20) List<@Valid @NotNull GrantRequest> grants) {

        NewAccount in(String region) {
            return new NewAccount(
                    region,
                    login,
                    name,
                    kind.equals("staff") ? Caller.Kind.STAFF : Caller.Kind.MACHINE,
                    Optional.ofNullable(password),
                    true,
                    grants.stream().map(GrantRequest::grant).toList());
        }
    }

    record BulkRequest(
            @NotEmpty @Size(max = 2_000) List<@Valid @NotNull AccountRequest> accounts) {}

    record ReasonRequest(@NotBlank @Size(max = 200) String reason) {}

    record PasswordRequest(
            @NotBlank @Size(max = 128) String password, @NotBlank @Size(max = 200) String reason) {}

    record Created(UUID id) {}

    record AllCreated(List<UUID> ids) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            UUID id,
            String login,
            String name,
            String kind,
            String status,
            boolean secondFactor,
            boolean mustChangePassword,
            @Nullable OffsetDateTime lockedUntil,
            OffsetDateTime createdAt,
            List<String> roles,
            int version) {

        static Account of(AccountView view) {
            return new Account(
                    view.id(),
                    view.login(),
                    view.name(),
                    Names.of(Caller.Kind.valueOf(view.kind())),
                    view.status(),
                    view.secondFactor(),
                    view.mustChangePassword(),
                    Times.of(view.lockedUntil()),
                    Times.of(view.createdAt()),
                    view.roles(),
                    view.version());
        }
    }

    /// @param next send it as `after` for the page behind this one; absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Account> accounts, @Nullable UUID next) {}

    private final Register register;
    private final AccountList list;
    private final PasswordDesk passwords;
    private final SecondFactor secondFactor;
    private final AccountVersions versions;

    AccountController(
            Register register,
            AccountList list,
            PasswordDesk passwords,
            SecondFactor secondFactor,
            AccountVersions versions) {
        this.register = register;
        this.list = list;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.versions = versions;
    }

    @GetMapping
    @Permit(value = READ, whole = true)
    Page list(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable @Size(max = 40) String text,
            @RequestParam(required = false) @Nullable @Size(max = 60) String role,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        var found =
                list.page(
                        region,
                        new AccountList.Query(
                                Optional.ofNullable(text),
                                Optional.ofNullable(role),
                                Optional.ofNullable(after),
                                limit));
        return new Page(
                found.stream().map(Account::of).toList(),
                found.size() == limit ? found.getLast().id() : null);
    }

    @GetMapping("/{id}")
    @Permit(value = READ, whole = true)
    ResponseEntity<Account> one(@PathVariable String region, @PathVariable UUID id) {
        var account = list.one(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        return Seen.tagged(account.version(), Account.of(account));
    }

    @PostMapping
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.CREATED)
    Created create(
            @PathVariable String region, Caller caller, @RequestBody @Valid AccountRequest body) {
        return new Created(register.create(caller, List.of(body.in(region))).getFirst());
    }

    @PostMapping("/bulk")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.CREATED)
    AllCreated createAll(
            @PathVariable String region, Caller caller, @RequestBody @Valid BulkRequest body) {
        var accounts = body.accounts().stream().map(each -> each.in(region)).toList();
        return new AllCreated(register.create(caller, accounts));
    }

    @PostMapping("/{id}/disable")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> disable(
            @PathVariable String region,
            @PathVariable UUID id,
            Seen seen,
            Caller caller,
            @RequestBody @Valid ReasonRequest body) {
        return changed(
                region, id, seen, () -> register.enable(caller, region, id, false, body.reason()));
    }

    @PostMapping("/{id}/enable")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> enable(
            @PathVariable String region,
            @PathVariable UUID id,
            Seen seen,
            Caller caller,
            @RequestBody @Valid ReasonRequest body) {
        return changed(
                region, id, seen, () -> register.enable(caller, region, id, true, body.reason()));
    }

    @PostMapping("/{id}/unlock")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> unlock(
            @PathVariable String region,
            @PathVariable UUID id,
            Seen seen,
            Caller caller,
            @RequestBody @Valid ReasonRequest body) {
        return changed(region, id, seen, () -> register.unlock(caller, region, id, body.reason()));
    }

    @PostMapping("/{id}/password")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> resetPassword(
            @PathVariable String region,
            @PathVariable UUID id,
            Seen seen,
            Caller caller,
            @RequestBody @Valid PasswordRequest body) {
        return changed(
                region,
                id,
                seen,
                () -> passwords.reset(caller, region, id, body.password(), body.reason()));
    }

    @PostMapping("/{id}/totp/reset")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> resetSecondFactor(
            @PathVariable String region,
            @PathVariable UUID id,
            Seen seen,
            Caller caller,
            @RequestBody @Valid ReasonRequest body) {
        return changed(
                region, id, seen, () -> secondFactor.reset(caller, region, id, body.reason()));
    }

    private ResponseEntity<Void> changed(String region, UUID id, Seen seen, Runnable deed) {
        return Seen.now(versions.change(region, id, seen, deed));
    }
}
