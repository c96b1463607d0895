package org.huying.access.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.account.AccountList;
import org.huying.access.audit.AuditRows;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Accounts and the audit taken away as sheets for Excel: at most 5 000 lines, for a purpose that is recorded before they
/// are answered.
@RestController
@RequestMapping("/api/v1/{region}")
class AccessSheetController {

    private static final int WANTED = ExcelSheet.MOST + 1;

    private final AccountList accounts;
    private final AuditRows rows;
    private final AccessSheets sheets;
    private final Audit audit;

    AccessSheetController(AccountList accounts, AuditRows rows, AccessSheets sheets, Audit audit) {
        this.accounts = accounts;
        this.rows = rows;
        this.sheets = sheets;
        this.audit = audit;
    }

    record AccountSheetQuery(
            @Nullable @Size(max = 40) String text, @Nullable @Size(max = 60) String role) {}

    record AuditSheetQuery(
            @Nullable UUID account,
            @Nullable @Size(max = 60) String act,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    @GetMapping(value = "/accounts/export", produces = ExcelSheet.TYPE)
    @Permit(value = "access:account:read", whole = true)
    ResponseEntity<byte[]> accounts(
            @PathVariable String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @Valid AccountSheetQuery query,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        audit.looked(caller, region, "accounts", purpose);
        var asked =
                new AccountList.Query(
                        Optional.ofNullable(query.text()),
                        Optional.ofNullable(query.role()),
                        Optional.empty(),
                        WANTED);
        return sheets.accounts(region, language)
                .answer(accounts.page(region, asked), false, language);
    }

    @GetMapping(value = "/audit/export", produces = ExcelSheet.TYPE)
    @Permit(value = "access:audit:read", whole = true)
    ResponseEntity<byte[]> audit(
            @PathVariable String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @Valid AuditSheetQuery query,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        audit.looked(caller, region, "audit", purpose);
        var asked =
                new AuditRows.Query(
                        Optional.ofNullable(query.account()),
                        Optional.ofNullable(query.act()),
                        Optional.ofNullable(query.from()).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(query.to()).map(OffsetDateTime::toInstant),
                        Optional.empty(),
                        WANTED);
        return sheets.audit(language).answer(rows.page(region, asked), false, language);
    }
}
