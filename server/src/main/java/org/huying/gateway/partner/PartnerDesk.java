package org.huying.gateway.partner;

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
import org.springframework.stereotype.Service;

/// Sets partners up and looks after them. Whatever is changed stands in the audit.
@Service
class PartnerDesk {

    private static final String EDIT = "gateway.partner.edit";

    private final Partners partners;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    PartnerDesk(Partners partners, Accounts accounts, Audit audit, Clock clock) {
        this.partners = partners;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    Partner found(String region, String key) {
        return partners.find(region, key).orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// A file as the next version. One with mistakes changes nothing; the problem lists all of them.
    ///
    /// @param login of the machine account that speaks for it; may be left out once it has one
    Partner put(
            String region, String key, String text, Optional<String> login, Seen seen, Caller by) {
        var before = partners.find(region, key);
        seen.at(before.map(Partner::version).orElse(0L));
        var mapping = checked(key, text);
        var account = account(region, login, before);
        var fresh =
                new Partner(
                        region,
                        key,
                        seen.version(),
                        account,
                        text,
                        mapping,
                        Optional.empty(),
                        false);
        if (!partners.put(fresh, seen.version(), by.account(), clock.instant())) {
            throw before.isPresent()
                    ? Problem.STALE.plain()
                    : Problem.TOO_MANY.with(
                            "最多 %d 个对接方".formatted(Partners.MOST),
                            "At most %d partners".formatted(Partners.MOST));
        }
        audit.acted(by, region, EDIT, key, Optional.empty());
        return found(region, key);
    }

    private Mapping checked(String key, String text) {
        var checked = MappingFile.read(key + ".yaml", text);
        var mapping = checked.mapping().orElseThrow(() -> Mistakes.refused(checked.findings()));
        if (!mapping.key().equals(key)) {
            throw invalid("partner", "文件里写的是 " + mapping.key(), "The file says " + mapping.key());
        }
        return mapping;
    }

    private UUID account(String region, Optional<String> login, Optional<Partner> before) {
        if (login.isEmpty()) {
            return before.map(Partner::account)
                    .orElseThrow(() ->
                            invalid(
                                    "account",
                                    "要写明它的系统账号",
                                    "Name the machine account that speaks for it"));
        }
        return accounts.byLogin(region, login.get())
                .orElseThrow(() -> invalid("account", "没有这个账号", "There is no such account"));
    }

    /// What the two sides need to know of new keys.
    ///
    /// @param secret of both sides, shown once; empty for SM2
    /// @param publicKey ours, for SM2
    record Made(Optional<String> secret, Optional<String> publicKey) {}

    /// New keys; those before are no good from now on.
    ///
    /// @param theirs their public key, for SM2
    Made keys(String region, String key, Optional<String> theirs, Caller by) {
        var scheme = found(region, key).mapping().scheme();
        Made made;
        if (scheme.shared()) {
            var secret = Signing.secret();
            partners.keys(region, key, secret, Optional.empty());
            made = new Made(Optional.of(secret), Optional.empty());
        } else {
            var point =
                    theirs.flatMap(Sm2::point)
                            .orElseThrow(() ->
                                    invalid(
                                            "publicKey",
                                            "应为对方的 SM2 公钥：04 开头的 130 位十六进制",
                                            "It is the other side's SM2 key: 130 hexadecimal digits that begin with 04"));
            var ours = Sm2.fresh();
            partners.keys(region, key, ours, Optional.of(point));
            made = new Made(Optional.empty(), Optional.of(Sm2.publicKey(ours)));
        }
        audit.acted(by, region, "gateway.partner.keys", key, Optional.empty());
        return made;
    }

    void pause(String region, String key, boolean paused, Caller by) {
        found(region, key);
        partners.pause(region, key, paused);
        audit.acted(
                by,
                region,
                paused ? "gateway.partner.pause" : "gateway.partner.resume",
                key,
                Optional.empty());
    }

    void acted(Partner partner, String act, String subject, Caller by) {
        audit.acted(
                by,
                partner.region(),
                "gateway.partner." + act,
                partner.key() + " " + subject,
                Optional.empty());
    }

    static ProblemException invalid(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
