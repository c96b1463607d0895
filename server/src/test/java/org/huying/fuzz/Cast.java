package org.huying.fuzz;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.territory.TerritoryCode;
import org.huying.trust.Powers;

/// Everybody who calls: each role that there is, and somebody without an account. Their sessions end in the course of things
/// (they sign out, are disabled, lose their roles); then they come back as somebody new.
final class Cast {

    /// @param program sends its token as an `api_key` too
    record Role(String name, boolean program) {}

    private static final TerritoryCode STREET = TerritoryCode.of("370481001");
    private static final List<String> COUNTY_WIDE =
            List.of("county-desk", "leader", "system-admin", "security-admin", "audit-admin");
    private static final List<String> OF_A_STREET =
            List.of("grid-worker", "grid-chief", "community-desk", "street-desk");
    private static final List<String> PROGRAMS =
            List.of("machine-reporter", "partner", "device", "display");

    private static final long PAUSE = 1_000_000_000L;

    static final Role NOBODY = new Role("nobody", false);

    private final Town town;
    private final Accounts accounts;
    private final Powers powers;
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();
    private final Map<Role, Long> back = new HashMap<>();
    private int round;

    Cast(Town town, Accounts accounts, Powers powers) {
        this.town = town;
        this.accounts = accounts;
        this.powers = powers;
        renew();
    }

    List<Role> roles() {
        var roles = new LinkedHashMap<String, Role>();
        roles.put("nobody", NOBODY);
        tokens.keySet().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(it -> roles.put(it.name(), it));
        return List.copyOf(roles.values());
    }

    /// Empty for somebody without an account.
    Optional<String> token(Role role) {
        return Optional.ofNullable(tokens.get(role));
    }

    /// Who was signed out, disabled or stripped of a role comes back as somebody new.
    synchronized void comeBack(Role role) {
        long now = System.nanoTime();
        if (now - back.getOrDefault(role, now - PAUSE) < PAUSE) {
            return;
        }
        back.put(role, now);
        round++;
        come(role.name());
    }

    /// Everybody as somebody new.
    final synchronized void renew() {
        round++;
        COUNTY_WIDE.forEach(this::come);
        OF_A_STREET.forEach(this::come);
        PROGRAMS.forEach(this::come);
        List.of("unit-handler", "everything", "resident").forEach(this::come);
    }

    private void come(String name) {
        switch (name) {
            case "everything" ->
                    tokens.put(
                            new Role(name, false), powers.over(Town.REGION, "everything-" + round));
            case "resident" ->
                    tokens.put(new Role(name, false), town.resident("1380%07d".formatted(round)));
            case "unit-handler" -> staff(name, NewGrant.of(name, Town.COUNTY, town.unit("lamps")));
            default -> {
                if (PROGRAMS.contains(name)) {
                    program(name);
                } else {
                    var area = OF_A_STREET.contains(name) ? STREET : Town.COUNTY;
                    staff(name, NewGrant.of(name, area));
                }
            }
        }
    }

    private void staff(String name, NewGrant grant) {
        var id = accounts.create(account(name + "-" + round, Caller.Kind.STAFF, grant));
        tokens.put(new Role(name, false), accounts.openSession(id, Town.REGION));
    }

    /// A partner's file names its account, so it stays the same.
    private void program(String name) {
        var login = name.equals("partner") ? "hotline" : name + "-" + round;
        var id =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        account(
                                                login,
                                                Caller.Kind.MACHINE,
                                                NewGrant.of(name, Town.COUNTY))));
        tokens.put(
                new Role(name, true),
                accounts.issueToken(id, Town.REGION, "fuzz", Optional.empty()));
    }

    private static NewAccount account(String login, Caller.Kind kind, NewGrant grant) {
        return new NewAccount(
                Town.REGION, login, login, kind, Optional.empty(), false, List.of(grant));
    }
}
