package org.huying.gateway.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.database.Ids;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.notice.NoticesTold;
import org.huying.notice.ToldNotices;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Puts down which notices go on by which channel to whom: to the addresses of a desk, to staff who want it, to whoever
/// asked and agreed to be told. Once for each notice and addressee.
@Component
class Telling implements Consumer {

    private final Channels channels;
    private final ToldNotices notices;
    private final Letters letters;
    private final Addressees addressees;
    private final Subscribers subscribers;
    private final ResidentLetters residents;
    private final Clock clock;

    Telling(
            Channels channels,
            ToldNotices notices,
            Letters letters,
            Addressees addressees,
            Subscribers subscribers,
            ResidentLetters residents,
            @Qualifier("wallClock") Clock clock) {
        this.channels = channels;
        this.notices = notices;
        this.letters = letters;
        this.addressees = addressees;
        this.subscribers = subscribers;
        this.residents = residents;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "gateway.channels";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(NoticesTold.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region, TreeMap::new, Collectors.toList()))
                .forEach(this::tell);
    }

    private void tell(String region, List<StoredFact> facts) {
        var all = channels.all(region);
        if (all.isEmpty()) {
            return;
        }
        var told = notices.of(region, facts.stream().flatMap(Telling::ids).distinct().toList());
        var now = clock.instant();
        var fresh = new ArrayList<Letters.Fresh>();
        for (var channel : all) {
            var carried = told.stream().filter(it -> channel.plan().tells(it.kind())).toList();
            fresh.addAll(toDesks(channel.plan(), carried, now));
            if (channel.plan().to().persons()) {
                fresh.addAll(toPersons(region, channel.plan(), carried, now));
            }
        }
        fresh.addAll(residents.letters(region, all, told, now));
        letters.add(region, fresh);
    }

    private List<Letters.Fresh> toDesks(Plan plan, List<ToldNotices.Told> told, Instant now) {
        return told.stream()
                .filter(it -> plan.to().desks().contains(it.recipient()))
                .flatMap(it ->
                        plan.to().addresses().stream()
                                .map(address -> toAddress(plan, address, it, now)))
                .toList();
    }

    private Letters.Fresh toAddress(Plan plan, String address, ToldNotices.Told told, Instant now) {
        var addressee = addressees.at(plan.key(), address);
        return letter(plan, new To(addressee, address, plan.pace(), Optional.empty()), told, now);
    }

    /// Those who read the inbox that a notice lies in, and want its kind.
    private List<Letters.Fresh> toPersons(
            String region, Plan plan, List<ToldNotices.Told> told, Instant now) {
        var byInbox = subscribers.of(region);
        return told.stream()
                .flatMap(it ->
                        byInbox.getOrDefault(it.recipient(), List.of()).stream()
                                .filter(s -> s.channel().equals(plan.key()) && s.wants(it.kind()))
                                .flatMap(s -> to(plan, s).stream())
                                .map(to -> letter(plan, to, it, now)))
                .toList();
    }

    /// The address of somebody, or each of their browsers; none that the channel does not reach since its file was changed.
    private List<To> to(Plan plan, Subscription it) {
        var address = it.address().orElse("");
        var quiet = Optional.of(it.pace().quiet());
        var all =
                plan.means() instanceof Means.Push
                        ? PushDevice.all(address).stream()
                                .map(device ->
                                        new To(
                                                addressees.browser(
                                                        plan.key(), it.account(), device),
                                                device.text(),
                                                it.pace(),
                                                quiet))
                        : Stream.of(new To(it.account(), address, it.pace(), quiet));
        return all.filter(to -> Address.fits(plan.means(), to.address())).toList();
    }

    /// Whom a letter goes to.
    ///
    /// @param quiet the own quiet hours of staff; empty for desks and residents, who have those of the channel
    record To(UUID addressee, String address, Pace pace, Optional<Quiet> quiet) {}

    static Letters.Fresh letter(Plan plan, To to, ToldNotices.Told told, Instant now) {
        boolean urgent = plan.urgent(told.kind());
        return new Letters.Fresh(
                Ids.next(),
                plan.key(),
                to.addressee(),
                to.address(),
                told.id(),
                new Layout.Line(
                        told.subject(), told.kind(), told.number(), told.headline(plan.language())),
                urgent,
                to.pace().gathered(urgent),
                to.quiet().map(_ -> told.recipient()),
                to.quiet(),
                now,
                to.pace().first(now, urgent));
    }

    private static Stream<UUID> ids(StoredFact fact) {
        return fact.facts().path("notices").valueStream().map(it -> UUID.fromString(it.asString()));
    }
}
