package org.huying.gateway.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/// Puts down which notices go on by which channel to whom, once for each notice and addressee.
@Component
class Telling implements Consumer {

    private final Channels channels;
    private final ToldNotices notices;
    private final Letters letters;
    private final Clock clock;

    Telling(
            Channels channels,
            ToldNotices notices,
            Letters letters,
            @Qualifier("wallClock") Clock clock) {
        this.channels = channels;
        this.notices = notices;
        this.letters = letters;
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
            told.stream()
                    .filter(it -> channel.plan().tells(it.kind()))
                    .filter(it -> channel.plan().desks().contains(it.recipient()))
                    .forEach(it -> fresh.addAll(letters(channel.plan(), it, now)));
        }
        letters.add(region, fresh);
    }

    private List<Letters.Fresh> letters(Plan plan, ToldNotices.Told told, Instant now) {
        var line =
                new Layout.Line(
                        told.subject(), told.kind(), told.number(), told.headline(plan.language()));
        return plan.addresses().stream()
                .map(address -> letter(plan, address, told.id(), line, now))
                .toList();
    }

    private Letters.Fresh letter(
            Plan plan, String address, UUID notice, Layout.Line line, Instant now) {
        boolean urgent = plan.urgent(line.kind());
        return new Letters.Fresh(
                Ids.next(),
                plan.key(),
                letters.addressee(plan.key(), address),
                address,
                notice,
                line,
                urgent,
                plan.pace().gathered(urgent),
                now,
                plan.pace().first(now, urgent));
    }

    private static Stream<UUID> ids(StoredFact fact) {
        return fact.facts().path("notices").valueStream().map(it -> UUID.fromString(it.asString()));
    }
}
