package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.AuditVerification;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.audit.AuditRows;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The audit of a region, for its audit administrators, whose own looks are recorded too.
@RestController
@RequestMapping("/api/v1/{region}/audit")
class AuditController {

    /// @param name of whoever did it, as it is now; absent for residents and for whoever has no account
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UUID id,
            OffsetDateTime at,
            UUID account,
            @Nullable String name,
            String kind,
            String act,
            String subject,
            @Nullable String reason) {

        static Entry of(AuditRows.Named named) {
            var row = named.row();
            return new Entry(
                    row.id(),
                    Times.of(row.at()),
                    row.account(),
                    named.name().orElse(null),
                    Names.of(Caller.Kind.valueOf(row.kind())),
                    row.act(),
                    row.subject(),
                    row.reason().orElse(null));
        }
    }

    /// What to look for; everything may be absent.
    record Filter(
            @Nullable UUID account,
            @Nullable @Size(max = 60) String act,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable UUID before,
            @Nullable @Min(1) @Max(200) Integer limit) {}

    /// @param next send it as `before` for the page behind this one; absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Entry> entries, @Nullable UUID next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verified(
            boolean sound,
            long rows,
            long seals,
            @Nullable Long damagedSeal,
            @Nullable UUID damagedRow,
            @Nullable String damage) {}

    private final AuditRows rows;
    private final AuditVerification verification;
    private final Audit audit;

    AuditController(AuditRows rows, AuditVerification verification, Audit audit) {
        this.rows = rows;
        this.verification = verification;
        this.audit = audit;
    }

    @GetMapping
    @Permit(value = "access:audit:read", whole = true)
    Page list(@PathVariable String region, Caller caller, @ParameterObject @Valid Filter filter) {
        int limit = filter.limit() == null ? 50 : filter.limit();
        var found =
                rows.page(
                        region,
                        new AuditRows.Query(
                                Optional.ofNullable(filter.account()),
                                Optional.ofNullable(filter.act()),
                                Optional.ofNullable(filter.from()).map(OffsetDateTime::toInstant),
                                Optional.ofNullable(filter.to()).map(OffsetDateTime::toInstant),
                                Optional.ofNullable(filter.before()),
                                limit));
        audit.acted(caller, region, "audit-read", "audit", Optional.empty());
        return new Page(
                found.stream().map(Entry::of).toList(),
                found.size() == limit ? found.getLast().row().id() : null);
    }

    @PostMapping("/verify")
    @Permit(value = "access:audit:verify", whole = true)
    @Unkeyed(Unkeyed.HARMLESS)
    Verified verify(@PathVariable String region, Caller caller) {
        var verdict = verification.verify(Optional.of(region));
        audit.acted(caller, region, "audit-verified", "audit", Optional.empty());
        return new Verified(
                verdict.damage().isEmpty(),
                verdict.rows(),
                verdict.seals(),
                verdict.damage().map(AuditVerification.Damage::seal).orElse(null),
                verdict.damage().flatMap(AuditVerification.Damage::row).orElse(null),
                verdict.damage().map(AuditVerification.Damage::what).orElse(null));
    }
}
