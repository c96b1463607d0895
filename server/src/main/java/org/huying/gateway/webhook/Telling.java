package org.huying.gateway.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.springframework.stereotype.Component;

/// Puts down what has to be told to whom, once for each event and subscription.
@Component
class Telling implements Consumer {

    private final Subscriptions subscriptions;
    private final MatterSummaries matters;
    private final Deliveries deliveries;

    Telling(Subscriptions subscriptions, MatterSummaries matters, Deliveries deliveries) {
        this.subscriptions = subscriptions;
        this.matters = matters;
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "gateway.webhooks";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .filter(it -> !word(it, "from").equals(word(it, "to")))
                .collect(Collectors.groupingBy(StoredFact::region))
                .forEach(this::tell);
    }

    private void tell(String region, List<StoredFact> facts) {
        var listening = subscriptions.all(region);
        if (listening.isEmpty()) {
            return;
        }
        var versions = MatterMoved.versions(facts).getOrDefault(region, Map.of());
        Map<UUID, MatterSummary> known =
                matters.since(region, versions).stream()
                        .collect(Collectors.toMap(MatterSummary::id, Function.identity()));
        var fresh = new ArrayList<Deliveries.Fresh>();
        for (var fact : facts) {
            var matter = known.get(fact.subject());
            if (matter != null) {
                var type = Message.type(word(fact, "to"));
                for (var each : listening) {
                    // what happened before anybody asked to be told is not told
                    if (each.wants(type, matter.area()) && !fact.at().isBefore(each.createdAt())) {
                        fresh.add(delivery(each, fact, matter, type));
                    }
                }
            }
        }
        deliveries.add(region, fresh);
    }

    private static Deliveries.Fresh delivery(
            Subscription subscription, StoredFact fact, MatterSummary matter, String type) {
        var happened =
                new Message.Happened(fact.id(), word(fact, "from"), word(fact, "to"), fact.at());
        return new Deliveries.Fresh(
                Ids.next(),
                subscription.id(),
                fact.id(),
                type,
                Message.of(happened, matter),
                fact.at());
    }

    private static String word(StoredFact fact, String name) {
        return fact.facts().path(name).asString("");
    }
}
