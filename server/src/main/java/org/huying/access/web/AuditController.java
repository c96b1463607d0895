package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.huying.access.audit.AuditRow;
import org.huying.access.audit.AuditRows;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit of a region, for its audit administrators, whose own looks are recorded too.
@RestController
@RequestMapping("/api/v1/{region}/audit")
class AuditController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            UUID id,
            OffsetDateTime at,
            UUID account,
            String kind,
            String act,
            String subject,
            @Nullable String reason) {

        static Entry of(AuditRow row) {
            return new Entry(
                    row.id(),
                    Times.of(row.at()),
                    row.account(),
                    Names.of(Caller.Kind.valueOf(row.kind())),
                    row.act(),
                    row.subject(),
                    row.reason().orElse(null));
        }
    }

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
    @Permit("access:audit:read")
    Page list(
            @PathVariable String region,
            Caller caller,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable @Size(max = 60) String act,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var found =
                rows.page(
                        region,
                        new AuditRows.Query(
                                Optional.ofNullable(account),
                                Optional.ofNullable(act),
                                Optional.ofNullable(from).map(OffsetDateTime::toInstant),
                                Optional.ofNullable(to).map(OffsetDateTime::toInstant),
                                Optional.ofNullable(before),
                                limit));
        audit.acted(caller, region, "audit-read", "audit", Optional.empty());
        return new Page(
                found.stream().map(Entry::of).toList(),
                found.size() == limit ? found.getLast().id() : null);
    }

    @PostMapping("/verify")
    @Permit("access:audit:verify")
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
