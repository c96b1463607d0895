package org.huying.access.files;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huying.access.account.AccountView;
import org.huying.access.audit.AuditRows.Named;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.calendar.WorkCalendar;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.springframework.stereotype.Component;

/// How accounts and the audit are written into sheets.
@Component
class AccessSheets {

    private final Roles roles;

    AccessSheets(Roles roles) {
        this.roles = roles;
    }

    ExcelSheet<AccountView> accounts(String region, Language language) {
        return new ExcelSheet<>(
                language.pick("账号", "Accounts"),
                "accounts",
                ofAccounts(roles.of(region), language));
    }

    ExcelSheet<Named> audit(Language language) {
        return new ExcelSheet<>(language.pick("审计", "Audit"), "audit", ofAudit(language));
    }

    private static List<Column<AccountView>> ofAccounts(
            Map<String, Role> roles, Language language) {
        return List.of(
                new Column<>(language.pick("账号", "Login"), 20, AccountView::login),
                new Column<>(language.pick("姓名", "Name"), 16, AccountView::name),
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

    private static List<Column<Named>> ofAudit(Language language) {
        return List.of(
                new Column<>(language.pick("时间", "When"), 18, it -> time(it.row().at())),
                new Column<>(language.pick("谁", "Who"), 16, it -> it.name().orElse("")),
                new Column<>(
                        language.pick("账号编号", "Account"), 38, it -> it.row().account().toString()),
                new Column<>(
                        language.pick("类别", "Kind"), 10, it -> kind(it.row().kind(), language)),
                new Column<>(language.pick("做了什么", "Act"), 32, it -> it.row().act()),
                new Column<>(language.pick("对什么", "Subject"), 40, it -> it.row().subject()),
                new Column<>(language.pick("为什么", "Why"), 40, it -> it.row().reason().orElse("")));
    }

    private static String time(Instant at) {
        return ExcelSheet.time(at.atZone(WorkCalendar.ZONE).toOffsetDateTime());
    }

    private static String role(Map<String, Role> roles, String key, Language language) {
        var role = roles.get(key);
        return role == null ? key : language.pick(role.nameZh(), role.nameEn());
    }

    private static String kind(String kind, Language language) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
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
