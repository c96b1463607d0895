package org.huying.gateway.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.Act;
import org.huying.matter.MatterMoved;
import org.huying.matter.Reports;
import org.huying.matter.Reports.Said;
import org.huying.org.Organisations;
import org.springframework.stereotype.Component;

/// Puts down what partners have to be told, once for each event: of their own orders, and of what their files ask for.
@Component
class News implements Consumer {

    private static final Set<Act> SPEAKING =
            Set.of(Act.REPLY, Act.REJECT, Act.HANDLE, Act.SPOT, Act.WITHDRAW, Act.GRANT);

    private final Partners partners;
    private final Orders orders;
    private final Parcels parcels;
    private final ParcelLog log;
    private final Reports reports;
    private final Organisations organisations;
    private final Selecting selecting;

    News(
            Partners partners,
            Orders orders,
            Parcels parcels,
            ParcelLog log,
            Reports reports,
            Organisations organisations,
            Selecting selecting) {
        this.partners = partners;
        this.orders = orders;
        this.parcels = parcels;
        this.log = log;
        this.reports = reports;
        this.organisations = organisations;
        this.selecting = selecting;
    }

    @Override
    public String name() {
        return "gateway.partners";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream().collect(Collectors.groupingBy(StoredFact::region)).forEach(this::tell);
    }

    /// What is known of the matters that moved.
    private record Known(
            Map<UUID, Said> matters,
            Map<UUID, List<Orders.Row>> orders,
            Map<String, String> words,
            Map<UUID, String> units) {

        String words(StoredFact fact, Said said) {
            var spoken = words.get(spoken(fact.subject(), act(fact), fact.at()));
            return spoken == null ? said.outcome() : spoken;
        }
    }

    private void tell(String region, List<StoredFact> facts) {
        var told =
                partners.all(region).stream().filter(it -> it.mapping().out().isPresent()).toList();
        if (told.isEmpty()) {
            return;
        }
        var known = known(region, facts);
        var pushed = log.pushed(region, known.matters().keySet());
        var fresh = new ArrayList<Parcels.Fresh>();
        for (var fact : facts) {
            var said = known.matters().get(fact.subject());
            if (said == null) {
                continue;
            }
            for (var partner : told) {
                kind(partner, fact, said, known, pushed)
                        .ifPresent(it -> fresh.add(parcel(partner, it, fact, said, known)));
            }
        }
        parcels.add(region, fresh);
    }

    private Known known(String region, List<StoredFact> facts) {
        var versions = MatterMoved.versions(facts).getOrDefault(region, Map.of());
        Map<UUID, Said> matters =
                reports.since(region, versions).stream()
                        .collect(Collectors.toMap(it -> it.matter().id(), Function.identity()));
        var words = new HashMap<String, String>();
        var speaking =
                facts.stream()
                        .filter(it -> SPEAKING.stream().anyMatch(act -> act.key().equals(act(it))))
                        .map(StoredFact::subject)
                        .distinct()
                        .toList();
        reports.words(region, speaking, SPEAKING)
                .forEach(it ->
                        words.put(
                                spoken(it.matter(), it.act(), it.at()),
                                it.words().isEmpty() ? it.reason() : it.words()));
        var units = matters.values().stream().flatMap(it -> it.matter().unit().stream()).toList();
        return new Known(
                matters,
                orders.ofMatters(region, matters.keySet()),
                words,
                organisations.names(region, units));
    }

    /// What a partner is told of a fact; nothing for most.
    private Optional<Outgoing.Kind> kind(
            Partner partner, StoredFact fact, Said said, Known known, Set<String> pushed) {
        var out = partner.mapping().out().orElseThrow();
        if (order(partner, fact, known).isPresent()) {
            return Outgoing.kind(act(fact), word(fact, "from"), word(fact, "to"), out);
        }
        var mark = partner.key() + " " + fact.subject();
        if (pushed.contains(mark)) {
            return Outgoing.progress(word(fact, "from"), word(fact, "to"), out);
        }
        if (out.push().isPresent() && selecting.holds(out.push().get(), said, fact.at())) {
            pushed.add(mark);
            return Optional.of(Outgoing.Kind.PUSH);
        }
        return Optional.empty();
    }

    private static Optional<Orders.Row> order(Partner partner, StoredFact fact, Known known) {
        return known.orders().getOrDefault(fact.subject(), List.of()).stream()
                .filter(it -> it.partner().equals(partner.key()))
                .findFirst();
    }

    private static Parcels.Fresh parcel(
            Partner partner, Outgoing.Kind kind, StoredFact fact, Said said, Known known) {
        var order = order(partner, fact, known).map(Orders.Row::number);
        var id = Ids.next();
        var happened =
                new Outgoing.Happened(
                        id,
                        kind,
                        order,
                        word(fact, "to"),
                        fact.at(),
                        said.matter().unit().map(known.units()::get),
                        known.words(fact, said),
                        said.place(),
                        said.matter());
        return new Parcels.Fresh(
                id,
                partner.key(),
                fact.subject(),
                order.orElse(said.matter().number()),
                fact.id(),
                kind,
                Outgoing.of(happened, partner.mapping().out().orElseThrow()),
                day(fact.at()),
                fact.at());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }

    private static String spoken(UUID matter, String act, Instant at) {
        return matter + " " + act + " " + at.toEpochMilli();
    }

    private static String act(StoredFact fact) {
        return word(fact, "act");
    }

    private static String word(StoredFact fact, String name) {
        return fact.facts().path(name).asString("");
    }
}
