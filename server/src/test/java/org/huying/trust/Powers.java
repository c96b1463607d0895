package org.huying.trust;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.role.Permission;
import org.huying.access.role.Roles;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People who may do anything there is, each within an area: what refuses them is never a missing permission.
@TestComponent
public class Powers {
    private static final String ROLE = "everything";

    private final Accounts accounts;
    private final Roles roles;
    private final JdbcClient jdbc;

    Powers(Accounts accounts, Roles roles, JdbcClient jdbc) {
        this.accounts = accounts;
        this.roles = roles;
        this.jdbc = jdbc;
    }

    /// The bearer token of such a person.
    String over(String area) {
        return over(area, ROLE + "-" + area);
    }

    /// The same of somebody with this login.
    public String over(String area, String login) {
        return accounts.openSession(person(area, login), Town.REGION);
    }

    UUID person(String area) {
        return person(area, ROLE + "-" + area);
    }

    private UUID person(String area, String login) {
        roles.put(
                Town.REGION,
                ROLE,
                List.of("全部", "Everything"),
                roles.permissions().stream().map(Permission::key).collect(Collectors.toSet()),
                roles.versions(Town.REGION).getOrDefault(ROLE, 0L));
        var account =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of())));
        jdbc.sql(
                        """
                        INSERT INTO access.role_grant (region, account, id, role, area, valid_from, granted_by, granted_at)
                        SELECT :region, :account, :account, :role, :area, now() - interval '1 day', :account, now()
                            ON CONFLICT DO NOTHING
                        """)
                .param("region", Town.REGION)
                .param("account", account)
                .param("role", ROLE)
                .param("area", area)
                .update();
        return account;
    }
}
