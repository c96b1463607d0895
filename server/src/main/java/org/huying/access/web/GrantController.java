package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.account.AccountVersions;
import org.huying.access.account.GrantDesk;
import org.huying.access.account.GrantRow;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The roles an account holds.
@RestController
@RequestMapping("/api/v1/{region}/accounts/{account}/grants")
class GrantController {

    /// @param to when the role ends by itself; absent: never
    record GiveRequest(@NotNull @Valid GrantRequest grant, @Nullable OffsetDateTime to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Granted(
            UUID id,
            String role,
            @Nullable String area,
            @Nullable UUID unit,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            UUID grantedBy) {

        static Granted of(GrantRow row) {
            return new Granted(
                    row.id(),
                    row.grant().role(),
                    row.grant().area().map(Object::toString).orElse(null),
                    row.grant().unit().orElse(null),
                    Times.of(row.from()),
                    Times.of(row.to()),
                    row.grantedBy());
        }
    }

    private final GrantDesk desk;
    private final AccountVersions versions;

    GrantController(GrantDesk desk, AccountVersions versions) {
        this.desk = desk;
        this.versions = versions;
    }

    @GetMapping
    @Permit(value = "access:account:read", whole = true)
    ResponseEntity<List<Granted>> list(@PathVariable String region, @PathVariable UUID account) {
        long version = versions.of(region, account);
        return Seen.tagged(version, desk.of(region, account).stream().map(Granted::of).toList());
    }

    @PostMapping
    @Permit(value = "access:account:edit", whole = true)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Granted> give(
            @PathVariable String region,
            @PathVariable UUID account,
            Seen seen,
            Caller caller,
            @RequestBody @Valid GiveRequest body) {
        var to = Optional.ofNullable(body.to()).map(OffsetDateTime::toInstant);
        var given = new AtomicReference<GrantRow>();
        long version =
                versions.change(
                        region,
                        account,
                        seen,
                        () ->
                                given.set(
                                        desk.give(
                                                caller,
                                                region,
                                                account,
                                                body.grant().grant(),
                                                to)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Seen.tag(version))
                .body(Granted.of(given.get()));
    }

    @DeleteMapping("/{id}")
    @Permit(value = "access:account:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> end(
            @PathVariable String region,
            @PathVariable UUID account,
            @PathVariable UUID id,
            Seen seen,
            Caller caller) {
        return Seen.now(
                versions.change(
                        region, account, seen, () -> desk.end(caller, region, account, id)));
    }
}
