package org.huying.gateway.device;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.gateway.sending.Mistakes;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.Seen;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sets connections up and looks after them. Whatever is changed stands in the audit.
@Service
class ConnectionDesk {

    private final Connections connections;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    ConnectionDesk(
            Connections connections,
            Accounts accounts,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    Connection found(String region, String key) {
        return connections.find(region, key).orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// A file as the next version. One with mistakes changes nothing; the problem lists all of them.
    ///
    /// @param login of the machine account that posts messages by HTTP; may be left out once it has one
    @Transactional
    Connection put(
            String region, String key, String text, Optional<String> login, Seen seen, Caller by) {
        var before = connections.version(region, key);
        seen.at(before.orElse(0L));
        var checked = PlanFile.read(key + ".yaml", text);
        var plan = checked.plan().orElseThrow(() -> Mistakes.refused(checked.findings()));
        if (!plan.key().equals(key)) {
            throw invalid("connection", "文件里写的是 " + plan.key(), "The file says " + plan.key());
        }
        var account = login.map(it -> account(region, it));
        var fresh = new Connections.Fresh(region, plan, text, account, by.account());
        if (!connections.put(fresh, seen.version(), clock.instant())) {
            throw before.isPresent()
                    ? Problem.STALE.plain()
                    : Problem.TOO_MANY.with(
                            "最多 %d 个连接".formatted(Connections.MOST),
                            "At most %d connections".formatted(Connections.MOST));
        }
        acted(by, region, "edit", key);
        return found(region, key);
    }

    private UUID account(String region, String login) {
        return accounts.byLogin(region, login)
                .orElseThrow(() -> invalid("account", "没有这个账号", "There is no such account"));
    }

    /// A new password for the broker; the one before is forgotten.
    @Transactional
    void keep(String region, String key, String password, Caller by) {
        found(region, key);
        connections.keep(region, key, password, by.account());
        acted(by, region, "password", key);
    }

    @Transactional
    void pause(String region, String key, boolean paused, Caller by) {
        found(region, key);
        connections.pause(region, key, paused);
        acted(by, region, paused ? "pause" : "resume", key);
    }

    /// With its devices; their matters stay.
    @Transactional
    void end(String region, String key, Caller by) {
        if (!connections.end(region, key)) {
            throw Problem.NOT_FOUND.plain();
        }
        acted(by, region, "end", key);
    }

    private void acted(Caller by, String region, String act, String key) {
        audit.acted(by, region, "gateway.connection." + act, key, Optional.empty());
    }

    static ProblemException invalid(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
