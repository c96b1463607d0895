package org.huying.gateway.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.gateway.sending.Mistakes;
import org.huying.gateway.sending.Secrets;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.Seen;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sets providers up. Whatever is changed stands in the audit.
@Service
class ProviderDesk {
    private final Providers providers;
    private final Audit audit;
    private final Clock clock;

    ProviderDesk(Providers providers, Audit audit, @Qualifier("wallClock") Clock clock) {
        this.providers = providers;
        this.audit = audit;
        this.clock = clock;
    }

    Provider found(String region, String key) {
        return providers.find(region, key).orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// A file as the next version. One with mistakes changes nothing; the problem lists all of them.
    @Transactional
    Provider put(String region, String key, String text, Seen seen, Caller by) {
        var before = providers.version(region, key);
        seen.at(before.orElse(0L));
        var checked = ProviderFile.read(key + ".yaml", text);
        var plan = checked.plan().orElseThrow(() -> Mistakes.refused(checked.findings()));
        if (!plan.key().equals(key)) {
            throw invalid("provider", "文件里写的是 " + plan.key(), "The file says " + plan.key());
        }
        if (!providers.put(region, plan, text, seen.version(), by.account(), clock.instant())) {
            throw before.isPresent()
                    ? Problem.STALE.plain()
                    : Problem.TOO_MANY.with(
                            "最多 %d 个外部登录平台".formatted(Providers.MOST),
                            "At most %d providers".formatted(Providers.MOST));
        }
        acted(by, region, "edit", key, Optional.empty());
        return found(region, key);
    }

    /// New secrets for old: all of them, those that are not named are forgotten.
    @Transactional
    void keep(String region, String key, Map<String, String> secrets, Caller by) {
        found(region, key);
        if (secrets.keySet().stream().anyMatch(it -> !it.matches("[a-z][a-z0-9-]{0,30}"))) {
            throw invalid(
                    "secrets", "名字只能用小写字母、数字和短横线", "Names have small letters, digits and hyphens");
        }
        providers.keep(region, key, new Secrets(secrets), by.account());
        acted(by, region, "secrets", key, Optional.of(String.join(" ", secrets.keySet())));
    }

    @Transactional
    void end(String region, String key, Caller by) {
        if (!providers.end(region, key)) {
            throw Problem.NOT_FOUND.plain();
        }
        acted(by, region, "end", key, Optional.empty());
    }

    private void acted(Caller by, String region, String act, String key, Optional<String> why) {
        audit.acted(by, region, "gateway.provider." + act, key, why);
    }

    private static ProblemException invalid(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
