package org.huying.demo;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.huying.access.Accounts;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.client.Reply.Refused;
import org.huying.demo.founding.Dice;
import org.huying.demo.founding.Names;

/// Lets the people of the town act, each over HTTP with a session of their own.
final class Cast {

    private static final int UNAUTHENTICATED = 401;

    private final Accounts accounts;
    private final Api api;
    private final String region;
    private final Map<UUID, Loop> sessions = new ConcurrentHashMap<>();

    Cast(Accounts accounts, URI base, String region) {
        this.accounts = accounts;
        this.api = Api.at(base);
        this.region = region;
    }

    /// Somebody without an account.
    Loop anybody() {
        return new Loop(api, region);
    }

    Optional<UUID> login(String login) {
        return accounts.byLogin(region, login);
    }

    UUID resident(Dice dice) {
        var phone = "199" + String.format(java.util.Locale.ROOT, "%08d", dice.between(1, 60));
        return accounts.resident(region, phone, Optional.of(Names.person(Dice.of(phone))));
    }

    /// Does something as an account; a session that ran out is opened again.
    <T> T as(UUID account, Function<Loop, T> act) {
        try {
            return act.apply(sessions.computeIfAbsent(account, this::open));
        } catch (Refused e) {
            if (e.reply().status() != UNAUTHENTICATED) {
                throw e;
            }
            sessions.remove(account);
            return act.apply(sessions.computeIfAbsent(account, this::open));
        }
    }

    private Loop open(UUID account) {
        return new Loop(api.as(accounts.openSession(account, region)), region);
    }
}
