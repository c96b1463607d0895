package org.huying.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;

/// Accounts of many people, and who calls when one of them signs in: with exactly the permissions of his roles.
@TestComponent
class People {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Map<UUID, Caller> known = new ConcurrentHashMap<>();

    People(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /// Makes an account for each login; answers their ids.
    Map<String, UUID> hired(String region, Map<String, NewGrant> grants) {
        var logins = List.copyOf(grants.keySet());
        var made =
                accounts.createAll(
                        grants.entrySet().stream()
                                .map(it -> account(region, it.getKey(), it.getValue()))
                                .toList());
        var ids = new HashMap<String, UUID>();
        for (int i = 0; i < made.size(); i++) {
            ids.put(logins.get(i), made.get(i));
        }
        return ids;
    }

    UUID machine(String region) {
        var grant = NewGrant.of("machine-reporter", TerritoryCode.of(region));
        return accounts.create(
                new NewAccount(
                        region,
                        "camera-" + known.size(),
                        "监控平台",
                        Caller.Kind.MACHINE,
                        Optional.empty(),
                        false,
                        List.of(grant)));
    }

    UUID resident(String region, String phone) {
        return accounts.resident(region, phone, Optional.of("居民" + phone.substring(7)));
    }

    /// Whoever has this account, as a request of his is seen.
    Caller caller(String region, UUID account) {
        return known.computeIfAbsent(
                account,
                it ->
                        sessions.resolve(Token.parse(token(region, it)).orElseThrow())
                                .orElseThrow()
                                .caller());
    }

    String token(String region, UUID account) {
        return accounts.openSession(account, region);
    }

    private static NewAccount account(String region, String login, NewGrant grant) {
        return new NewAccount(
                region, login, login, Caller.Kind.STAFF, Optional.empty(), false, List.of(grant));
    }
}
