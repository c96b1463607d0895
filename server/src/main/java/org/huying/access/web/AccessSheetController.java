package org.huying.access.web;

import static org.huying.sheet.ExcelSheet.text;
import static org.huying.sheet.ExcelSheet.time;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.account.AccountList;
import org.huying.access.audit.AuditRows;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
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
    private final Roles roles;
    private final Audit audit;

    AccessSheetController(AccountList accounts, AuditRows rows, Roles roles, Audit audit) {
        this.accounts = accounts;
        this.rows = rows;
        this.roles = roles;
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
        var lines =
                accounts.page(region, asked).stream().map(AccountController.Account::of).toList();
        var names = roles.of(region);
        return new ExcelSheet<>(
                        language.pick("账号", "Accounts"), "accounts", ofAccounts(names, language))
                .answer(lines, false, language);
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
        var lines = rows.page(region, asked).stream().map(AuditController.Entry::of).toList();
        return new ExcelSheet<>(language.pick("审计", "Audit"), "audit", ofAudit(language))
                .answer(lines, false, language);
    }

    private static List<Column<AccountController.Account>> ofAccounts(
            Map<String, Role> roles, Language language) {
        return List.of(
                new Column<>(language.pick("账号", "Login"), 20, AccountController.Account::login),
                new Column<>(language.pick("姓名", "Name"), 16, AccountController.Account::name),
                new Column<>(language.pick("类别", "Kind"), 10, it -> kind(it.kind(), language)),
                new Column<>(language.pick("状态", "State"), 10, it -> state(it.status(), language)),
                new Column<>(
                        language.pick("角色", "Roles"),
                        36,
                        it ->
                                it.roles().stream()
                                        .map(key -> role(roles, key, language))
                                        .collect(Collectors.joining(language.pick("、", ", ")))),
                new Column<>(
                        language.pick("两步登录", "Second factor"),
                        10,
                        it -> it.secondFactor() ? language.pick("是", "yes") : ""),
                new Column<>(language.pick("建立", "Created"), 18, it -> time(it.createdAt())));
    }

    private static List<Column<AuditController.Entry>> ofAudit(Language language) {
        return List.of(
                new Column<>(language.pick("时间", "When"), 18, it -> time(it.at())),
                new Column<>(language.pick("谁", "Who"), 16, it -> text(it.name())),
                new Column<>(language.pick("账号编号", "Account"), 38, it -> it.account().toString()),
                new Column<>(language.pick("类别", "Kind"), 10, it -> kind(it.kind(), language)),
                new Column<>(language.pick("做了什么", "Act"), 32, AuditController.Entry::act),
                new Column<>(language.pick("对什么", "Subject"), 40, AuditController.Entry::subject),
                new Column<>(language.pick("为什么", "Why"), 40, it -> text(it.reason())));
    }

    private static String role(Map<String, Role> roles, String key, Language language) {
        var role = roles.get(key);
        return role == null ? key : language.pick(role.nameZh(), role.nameEn());
    }

    private static String kind(String kind, Language language) {
        return switch (kind) {
            case "staff" -> language.pick("工作人员", "Staff");
            case "resident" -> language.pick("居民", "Resident");
            case "machine" -> language.pick("程序", "Program");
            case "system" -> language.pick("系统", "System");
            case "anonymous" -> language.pick("没有登录", "Not signed in");
            default -> kind;
        };
    }

    private static String state(String status, Language language) {
        return switch (status) {
            case "active" -> language.pick("在用", "In use");
            case "locked" -> language.pick("锁住", "Locked");
            case "disabled" -> language.pick("停用", "Disabled");
            default -> status;
        };
    }
}
