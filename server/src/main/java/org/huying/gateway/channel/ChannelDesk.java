package org.huying.gateway.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.gateway.sending.Mistakes;
import org.huying.gateway.sending.Secrets;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.Seen;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sets channels up and looks after them. Whatever is changed stands in the audit.
@Service
class ChannelDesk {

    static final String TEST = "test";

    private final Channels channels;
    private final Letters letters;
    private final LetterLog log;
    private final Addressees addressees;
    private final Audit audit;
    private final Clock clock;

    ChannelDesk(
            Channels channels,
            Letters letters,
            LetterLog log,
            Addressees addressees,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.channels = channels;
        this.letters = letters;
        this.log = log;
        this.addressees = addressees;
        this.audit = audit;
        this.clock = clock;
    }

    Channel found(String region, String key) {
        return channels.find(region, key).orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// A file as the next version. One with mistakes changes nothing; the problem lists all of them.
    @Transactional
    Channel put(String region, String key, String text, Seen seen, Caller by) {
        var before = channels.version(region, key);
        seen.at(before.orElse(0L));
        var checked = PlanFile.read(key + ".yaml", text);
        var plan = checked.plan().orElseThrow(() -> Mistakes.refused(checked.findings()));
        if (!plan.key().equals(key)) {
            throw invalid("channel", "文件里写的是 " + plan.key(), "The file says " + plan.key());
        }
        if (!channels.put(region, plan, text, seen.version(), by.account(), clock.instant())) {
            throw before.isPresent()
                    ? Problem.STALE.plain()
                    : Problem.TOO_MANY.with(
                            "最多 %d 个渠道".formatted(Channels.MOST),
                            "At most %d channels".formatted(Channels.MOST));
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
        channels.keep(region, key, new Secrets(secrets), by.account());
        acted(by, region, "secrets", key, Optional.of(String.join(" ", secrets.keySet())));
    }

    @Transactional
    void pause(String region, String key, Caller by) {
        found(region, key);
        channels.pause(region, key, Channel.MANUAL);
        acted(by, region, "pause", key, Optional.empty());
    }

    @Transactional
    void resume(String region, String key, Caller by) {
        found(region, key);
        channels.resume(region, key);
        acted(by, region, "resume", key, Optional.empty());
    }

    @Transactional
    void end(String region, String key, Caller by) {
        if (!channels.end(region, key)) {
            throw Problem.NOT_FOUND.plain();
        }
        acted(by, region, "end", key, Optional.empty());
    }

    /// A letter that says it is a test, at once, to the group or to this address.
    @Transactional
    UUID test(String region, String key, String address, Caller by) {
        var plan = found(region, key).plan();
        if (!Address.fits(plan.means(), address)) {
            throw invalid("address", "不是这个渠道的地址", "This is no address of this channel");
        }
        var id = Ids.next();
        var headline = plan.language().pick("测试消息，不用理会", "A test, nothing to be done");
        var line = new Layout.Line(id, TEST, "", headline);
        var now = clock.instant();
        var addressee = addressees.at(key, address);
        letters.add(region, List.of(Letters.Fresh.urgent(key, addressee, address, line, now)));
        acted(by, region, "test", key, Optional.empty());
        return id;
    }

    /// Sends one again that was sent or given up.
    @Transactional
    void again(String region, String key, UUID letter, Caller by) {
        found(region, key);
        if (!log.again(region, key, letter, now())) {
            throw Problem.NOT_FOUND.plain();
        }
        acted(by, region, "resend", key, Optional.of(letter.toString()));
    }

    /// Sends all again that were given up.
    @Transactional
    int allAgain(String region, String key, Caller by) {
        found(region, key);
        int count = log.allAgain(region, key, now());
        acted(by, region, "resend", key, Optional.of(Integer.toString(count)));
        return count;
    }

    Instant now() {
        return clock.instant();
    }

    private void acted(Caller by, String region, String act, String key, Optional<String> why) {
        audit.acted(by, region, "gateway.channel." + act, key, why);
    }

    private static ProblemException invalid(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
