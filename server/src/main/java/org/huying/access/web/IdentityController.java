package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.OutsideIdentity;
import org.huying.access.Permit;
import org.huying.access.account.AccountVersions;
import org.huying.access.account.OutsideIdentities;
import org.huying.problem.Problem;
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

/// By which account ids at which providers an account signs in from outside.
@RestController
@RequestMapping("/api/v1/{region}/accounts/{account}/identities")
class IdentityController {
    private static final String KEY = "[a-z0-9][a-z0-9-]{1,35}";

    /// @param subject the account id at the provider, exactly as it sends it
    record IdentityRequest(@NotBlank @Size(max = OutsideIdentity.LONGEST) String subject) {}

    /// @param subject absent where its seal cannot be opened any more
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentityItem(
            String provider, @Nullable String subject, OffsetDateTime linkedAt, UUID linkedBy) {

        static IdentityItem of(OutsideIdentities.Linked it) {
            return new IdentityItem(
                    it.provider(), it.subject().orElse(null), Times.of(it.at()), it.by());
        }
    }

    private final OutsideIdentities identities;
    private final AccountVersions versions;

    IdentityController(OutsideIdentities identities, AccountVersions versions) {
        this.identities = identities;
        this.versions = versions;
    }

    @GetMapping
    @Permit(value = "access:account:read", whole = true)
    ResponseEntity<List<IdentityItem>> identities(
            @PathVariable String region, @PathVariable UUID account) {
        long version = versions.of(region, account);
        return Seen.tagged(
                version, identities.of(region, account).stream().map(IdentityItem::of).toList());
    }

    @PutMapping("/{provider}")
    @Permit(value = "access:account:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> linkIdentity(
            @PathVariable String region,
            @PathVariable UUID account,
            @PathVariable @Pattern(regexp = KEY) String provider,
            Seen seen,
            Caller caller,
            @RequestBody @Valid IdentityRequest body) {
        if (!OutsideIdentity.fits(body.subject())) {
            throw Problem.INVALID.with(
                    "外部账号标识前后不能有空格，也不能有不可见字符",
                    "No blanks around an account id, and nothing unseen in it");
        }
        var who = new OutsideIdentity(region, provider, body.subject());
        return Seen.now(
                versions.change(
                        region, account, seen, () -> identities.link(caller, account, who)));
    }

    @DeleteMapping("/{provider}")
    @Permit(value = "access:account:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> unlinkIdentity(
            @PathVariable String region,
            @PathVariable UUID account,
            @PathVariable @Pattern(regexp = KEY) String provider,
            Seen seen,
            Caller caller) {
        return Seen.now(
                versions.change(
                        region,
                        account,
                        seen,
                        () -> identities.unlink(caller, region, account, provider)));
    }
}
