package org.huying.access.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.account.AccountList;
import org.huying.access.account.AccountView;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The accounts of a county, newest first, as a file, for those who see them all.
@Component
class AccountOutlet implements Outlet {

    private static final int PAGE = 500;

    private final AccountList accounts;
    private final AccessSheets sheets;
    private final Roles roles;

    AccountOutlet(AccountList accounts, AccessSheets sheets, Roles roles) {
        this.accounts = accounts;
        this.sheets = sheets;
        this.roles = roles;
    }

    @Override
    public String kind() {
        return "accounts";
    }

    @Override
    public Words name() {
        return new Words("账号", "Accounts");
    }

    @Override
    public String permission() {
        return "access:account:read";
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(
                Filter.oneOf(
                        "role",
                        new Words("角色", "Role"),
                        roles.of(region).values(),
                        Role::key,
                        (role, language) -> language.pick(role.nameZh(), role.nameEn())));
    }

    @Override
    public Lines<AccountView> open(Asked asked) {
        var lines =
                new Paged<AccountView, UUID>(after -> {
                    var query =
                            new AccountList.Query(
                                    Optional.empty(), asked.value("role"), after, PAGE);
                    var found = accounts.page(asked.region(), query);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().id());
                    return new Paged.Page<>(found, next);
                });
        return new Lines<>(sheets.accounts(asked.region(), asked.language()), lines);
    }
}
