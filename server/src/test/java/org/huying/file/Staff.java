package org.huying.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;

/// People of the town who hold roles below the county.
@TestComponent
class Staff {

    static final String TOWN = "370481112";
    static final String COMMUNITY = "370481112200";
    static final String NEXT = "370481113";

    private final Accounts accounts;

    Staff(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The token of a new account that holds these roles, each as `role@area`.
    String token(String... held) {
        return named("s" + UUID.randomUUID().toString().replace("-", "").substring(0, 12), held);
    }

    /// The same of an account with this login.
    String named(String login, String... held) {
        List<NewGrant> grants = Arrays.stream(held).map(Staff::grant).toList();
        var id =
                accounts.create(
                        new NewAccount(
                                Town.REGION,
                                login,
                                login,
                                Caller.Kind.STAFF,
                                Optional.empty(),
                                false,
                                grants));
        return accounts.openSession(id, Town.REGION);
    }

    private static NewGrant grant(String held) {
        var parts = held.split("@", 2);
        return NewGrant.of(parts[0], TerritoryCode.of(parts[1]));
    }
}
