package org.huying.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.OutsideIdentity;
import org.huying.access.account.OutsideIdentities;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People of the town who go to a provider of OpenID Connect and come back.
record Trips(Trips.Beans beans, TestIssuer issuer, String huying) {
    static final String KEY = "city-identity";

    /// What there is on our side.
    @TestComponent
    record Beans(
            Accounts accounts,
            OutsideIdentities identities,
            ProviderDesk desk,
            Providers providers,
            JdbcClient jdbc) {}

    UUID account(String login) {
        return beans.accounts()
                .create(
                        new NewAccount(
                                Town.REGION,
                                login,
                                "赵一",
                                Caller.Kind.STAFF,
                                Optional.of("Right-horse7"),
                                true,
                                List.of(NewGrant.of("leader", TerritoryCode.of(Town.REGION)))));
    }

    UUID linked(String login) {
        var id = account(login);
        beans.identities()
                .link(Caller.SYSTEM, id, new OutsideIdentity(Town.REGION, KEY, login + "@id"));
        return id;
    }

    /// Out to the provider, signed in there, and back up to our door, which is not yet knocked at.
    String atTheDoor(Traveller traveller, String who, String query) {
        var out = traveller.get(huying + "/sign-in/begin/" + Town.REGION + "/" + KEY + query);
        assertThat(out.statusCode()).isEqualTo(303);
        var login = traveller.followed(out, it -> it.startsWith(huying));
        assertThat(login).as("asked for a password there").endsWith("/login");
        var in = traveller.form(login, "username=" + who + "%40id&password=secret");
        var back = traveller.followed(in, it -> it.startsWith(huying));
        assertThat(back).contains("/sign-in/back/", "code=", "state=");
        return back;
    }

    String signIn(Traveller traveller, String who, String query) {
        return Traveller.where(traveller.get(atTheDoor(traveller, who, query)));
    }

    String error() {
        return beans.providers()
                .find(Town.REGION, KEY)
                .flatMap(Provider::error)
                .map(Provider.Trouble::what)
                .orElse("");
    }

    long acts(String act, String reason) {
        return beans.jdbc()
                .sql("SELECT count(*) FROM access.audit WHERE act = :act AND reason LIKE :reason")
                .param("act", act)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    /// Sets the provider up, or anew.
    void setUp(Seen seen) {
        beans.desk().put(Town.REGION, KEY, file(), seen, Caller.SYSTEM);
        beans.desk().keep(Town.REGION, KEY, Map.of("client", TestIssuer.SECRET), Caller.SYSTEM);
    }

    String file() {
        return """
        provider: city-identity
        name: 市统一身份认证
        en: City identity
        by: oidc
        at: %s
        oidc: { issuer: "%s", client: huying }
        """
                .formatted(huying, issuer.issuer());
    }
}
