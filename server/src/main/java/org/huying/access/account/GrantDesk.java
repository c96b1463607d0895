package org.huying.access.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.NewGrant;
import org.huying.access.Reach;
import org.huying.access.session.Sessions;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives roles and ends them. Nobody gives a role to themselves, and nobody gives further than they reach.
@Service
public class GrantDesk {
    private static final String EDIT = "access:account:edit";

    private final AccountRows accounts;
    private final GrantRows grants;
    private final GrantRules rules;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    GrantDesk(
            AccountRows accounts,
            GrantRows grants,
            GrantRules rules,
            Sessions sessions,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public List<GrantRow> of(String region, UUID account) {
        return grants.of(region, account);
    }

    /// Gives a role from now on until `to`. Grants to one account come one after another, so that two given at once
    /// cannot add up to what one may not hold.
    @Transactional
    public GrantRow give(Caller by, String region, UUID id, NewGrant grant, Optional<Instant> to) {
        if (by.account().equals(id)) {
            throw Problem.ROLE_REFUSED.with("不能给自己授权", "Nobody gives a role to themselves");
        }
        withinReach(by, grant);
        var account = accounts.locked(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        var keys = GrantRules.keys(grants.of(region, id));
        keys.add(grant.role());
        rules.check(region, account.kind(), keys);
        var now = clock.instant();
        if (to.isPresent() && !to.get().isAfter(now)) {
            throw Problem.INVALID.with("截止时间已过", "The end lies in the past");
        }
        var row = new GrantRow(region, id, Ids.next(), grant, now, to, by.account());
        grants.insert(List.of(row));
        var words = Optional.of(AccountDesk.words(grant));
        audit.acted(by, region, "role-granted", account.subject(), words);
        sessions.forgetAll();
        return row;
    }

    @Transactional
    public void end(Caller by, String region, UUID account, UUID grant) {
        if (!grants.end(region, account, grant)) {
            throw Problem.NOT_FOUND.plain();
        }
        audit.acted(by, region, "role-ended", "account " + account, Optional.of(grant.toString()));
        sessions.forgetAll();
    }

    static void withinReach(Caller by, NewGrant grant) {
        var reach = by.reach(EDIT);
        boolean covered =
                grant.area()
                        .map(area -> coversWhole(reach, area))
                        .orElse(reach instanceof Reach.Everywhere);
        if (!covered) {
            throw Problem.ROLE_REFUSED.with(
                    "授权范围超出您的管辖范围", "This reaches further than your own grants");
        }
    }

    private static boolean coversWhole(Reach reach, TerritoryCode area) {
        return reach.covers(area, List.of());
    }
}
