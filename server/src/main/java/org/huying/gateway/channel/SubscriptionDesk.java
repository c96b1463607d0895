package org.huying.gateway.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.AbsentCallers;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.Seen;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What staff settle for themselves: what a channel carries out to them, and that the address is theirs.
@Service
class SubscriptionDesk {

    /// What somebody wants.
    ///
    /// @param address empty to keep the one that stands
    record Wanted(Optional<String> address, Set<String> kinds, Pace pace) {}

    private static final Duration DAY = Duration.ofDays(1);

    private final Channels channels;
    private final Subscriptions subscriptions;
    private final Subscribers subscribers;
    private final Letters letters;
    private final Addressees addressees;
    private final AbsentCallers staff;
    private final Codes codes;
    private final Audit audit;
    private final Clock clock;

    SubscriptionDesk(
            Channels channels,
            Subscriptions subscriptions,
            Subscribers subscribers,
            Letters letters,
            Addressees addressees,
            AbsentCallers staff,
            Codes codes,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.channels = channels;
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.letters = letters;
        this.addressees = addressees;
        this.staff = staff;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// The channels of a county that carry to persons; none for whoever has no account there. A browser knows one push service
    /// of ours at a time: only the first is offered, others while they are the caller's.
    List<Channel> offered(String region, Caller caller) {
        if (!here(region, caller)) {
            return List.of();
        }
        var all = channels.all(region).stream().filter(it -> it.plan().to().persons()).toList();
        var first = all.stream().filter(SubscriptionDesk::push).map(Channel::key).findFirst();
        var mine = of(region, caller).stream().map(Subscription::channel).toList();
        return all.stream()
                .filter(it ->
                        !push(it) || first.equals(Optional.of(it.key())) || mine.contains(it.key()))
                .toList();
    }

    private static boolean push(Channel channel) {
        return channel.plan().means() instanceof Means.Push;
    }

    /// Those of the caller that stand.
    List<Subscription> of(String region, Caller caller) {
        return subscriptions.of(region, caller.account());
    }

    Channel found(String region, String key, Caller caller) {
        if (!here(region, caller)) {
            throw Problem.NOT_FOUND.plain();
        }
        return channels.find(region, key)
                .filter(it -> it.plan().to().persons())
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    Optional<Subscription> standing(String region, String key, Caller caller) {
        return subscriptions
                .find(region, caller.account(), key)
                .filter(it -> it.address().isPresent());
    }

    /// As the next version. Another address has to be confirmed before anything goes there, and nothing goes to the old one
    /// any more.
    @Transactional
    void put(String region, String key, Wanted wanted, Seen seen, Caller by) {
        var plan = found(region, key, by).plan();
        var before = subscriptions.find(region, by.account(), key);
        seen.at(
                before.filter(it -> it.address().isPresent())
                        .map(Subscription::version)
                        .orElse(0L));
        var had = before.flatMap(Subscription::address);
        var address = address(plan.means(), wanted, had);
        if (!plan.staffKinds().containsAll(wanted.kinds())) {
            throw wrong("kinds", "这个渠道不带这种消息", "The channel does not carry this kind of notice");
        }
        boolean moved = had.filter(address::equals).isEmpty();
        var next =
                new Subscription(
                        by.account(),
                        key,
                        0,
                        Optional.of(address),
                        Optional.empty(),
                        wanted.kinds(),
                        wanted.pace());
        long version = before.map(Subscription::version).orElse(0L);
        if (!subscriptions.put(region, next, version, moved, clock.instant())) {
            throw Problem.STALE.plain();
        }
        if (moved) {
            drop(region, key, by, had);
        }
        acted(by, region, "edit", key);
    }

    /// The one that is wanted where the channel can reach it, else the one there is.
    private static String address(Means means, Wanted wanted, Optional<String> had) {
        return wanted.address()
                .filter(it -> !(means instanceof Means.Push))
                .filter(it -> Address.fits(means, it))
                .or(() -> wanted.address().isEmpty() ? had : Optional.empty())
                .orElseThrow(
                        () -> wrong("address", "不是这个渠道的地址", "This is no address of this channel"));
    }

    /// One more browser of theirs, at once; with what is usual where nothing was settled before. Whoever had it before is told
    /// in it no more: it is theirs who signed in there last.
    @Transactional
    void add(String region, String key, PushDevice device, Caller by) {
        var plan = found(region, key, by).plan();
        if (!(plan.means() instanceof Means.Push push) || !device.fits(push.hosts())) {
            throw wrong("endpoint", "这个渠道不认这个推送服务", "The channel knows no such push service");
        }
        if (offered(region, by).stream().noneMatch(it -> it.key().equals(key))) {
            throw Problem.NOT_FOUND.plain();
        }
        var now = clock.instant();
        var lost = subscriptions.forget(region, key, device, Optional.of(by.account()), now);
        addressees.drop(region, lost.stream().map(it -> browser(key, it, device)).toList());
        var before =
                subscriptions.find(region, by.account(), key).orElseGet(() -> fresh(key, plan, by));
        if (!subscriptions.add(region, before, device, now)) {
            throw Problem.STALE.plain();
        }
        acted(by, region, "edit", key);
    }

    private static Subscription fresh(String key, Plan plan, Caller by) {
        var pace = new Pace(plan.pace().quiet(), Digest.NONE);
        return new Subscription(
                by.account(), key, 0, Optional.empty(), Optional.empty(), Set.of(), pace);
    }

    /// Nothing goes out any more, and the address is forgotten.
    @Transactional
    void end(String region, String key, Caller by) {
        var had = subscriptions.find(region, by.account(), key).flatMap(Subscription::address);
        if (!subscriptions.end(region, by.account(), key, clock.instant())) {
            throw Problem.NOT_FOUND.plain();
        }
        drop(region, key, by, had);
        acted(by, region, "end", key);
    }

    /// Sends a code to the address that waits to be confirmed, by the channel itself; answers its id. One a minute, ten a
    /// day, both for the person and for the address.
    @Transactional
    UUID send(String region, String key, Caller by) {
        var plan = found(region, key, by).plan();
        var seen =
                standing(region, key, by)
                        .filter(_ -> !(plan.means() instanceof Means.Push))
                        .filter(it -> it.confirmedAt().isEmpty())
                        .orElseThrow(Problem.NOT_FOUND::plain);
        var address = seen.address().orElseThrow(Problem.NOT_FOUND::plain);
        var now = clock.instant();
        var addressee = addressees.at(key, address);
        var id = Ids.next();
        var asked = List.of(addressee);
        var told = addressees.told(region, key, asked, List.of(Codes.KIND), now.minus(DAY));
        if (told.getOrDefault(addressee, 0) >= Subscription.CODES
                || !subscriptions.begin(region, seen, id, now)) {
            throw standing(region, key, by).filter(it -> it.version() == seen.version()).isEmpty()
                    ? Problem.STALE.plain()
                    : Problem.TOO_MANY
                            .with("一分钟只能发一次，一天最多 10 次", "One code a minute, and ten a day")
                            .retryAfter(60);
        }
        var line = new Layout.Line(id, Codes.KIND, "", Codes.headline(plan.language()));
        letters.add(region, List.of(Letters.Fresh.urgent(key, addressee, address, line, now)));
        return id;
    }

    /// Each try counts, whatever comes of it.
    @Transactional(noRollbackFor = ProblemException.class)
    void confirm(String region, String key, String code, Caller by) {
        found(region, key, by);
        var now = clock.instant();
        var id =
                subscriptions
                        .attempt(region, by.account(), key, now)
                        .filter(it -> codes.matches(it, code))
                        .orElseThrow(SubscriptionDesk::refused);
        if (!subscriptions.confirm(region, by.account(), key, id, now)) {
            throw refused();
        }
        acted(by, region, "confirm", key);
    }

    /// Nothing that waits goes to the address they had, or to any browser.
    private void drop(String region, String key, Caller by, Optional<String> had) {
        var all = new ArrayList<Addressees.Of>();
        all.add(new Addressees.Of(key, by.account()));
        had.map(PushDevice::all)
                .orElse(List.of())
                .forEach(it -> all.add(browser(key, by.account(), it)));
        addressees.drop(region, all);
    }

    private Addressees.Of browser(String key, UUID account, PushDevice device) {
        return new Addressees.Of(key, addressees.browser(key, account, device));
    }

    private boolean here(String region, Caller caller) {
        return caller.kind() == Caller.Kind.STAFF
                && !staff.of(region, List.of(caller.account())).isEmpty();
    }

    private void acted(Caller by, String region, String act, String key) {
        subscribers.changed(region);
        audit.acted(by, region, "gateway.subscription." + act, key, Optional.empty());
    }

    private static ProblemException refused() {
        return Problem.REFUSED.with(
                "确认码不对，或者过期了，再发一个", "The code is wrong or no longer good: ask for another");
    }

    private static ProblemException wrong(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }
}
