package org.huying.gateway.open311;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.MatterMoved;
import org.huying.matter.Reports;
import org.huying.matter.Reports.Said;
import org.huying.matter.StateName;
import org.huying.playbook.Publication;
import org.huying.territory.Level;
import org.springframework.stereotype.Component;

/// Notes which matters came to another state, for those outside who ask: of items that are published, and of matters that
/// came from outside.
@Component
class MovedConsumer implements Consumer {

    private static final Set<String> TELLING =
            Set.of(StateName.HANDLED.name(), StateName.VERIFYING.name(), StateName.CLOSED.name());

    private final Reports reports;
    private final StoredRequests requests;
    private final Drawing drawing;
    private final StoredMoves moves;

    MovedConsumer(Reports reports, StoredRequests requests, Drawing drawing, StoredMoves moves) {
        this.reports = reports;
        this.requests = requests;
        this.drawing = drawing;
        this.moves = moves;
    }

    @Override
    public String name() {
        return "gateway.open311";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var regions =
                batch.stream()
                        .filter(it -> !from(it).equals(to(it)))
                        .collect(Collectors.groupingBy(StoredFact::region));
        regions.forEach((region, facts) -> {
            var versions = MatterMoved.versions(facts).getOrDefault(region, Map.of());
            Map<UUID, Said> known =
                    reports.since(region, versions).stream()
                            .collect(Collectors.toMap(it -> it.matter().id(), Function.identity()));
            moves.add(region, moves(region, facts, known));
        });
    }

    private List<StoredMoves.Move> moves(
            String region, List<StoredFact> facts, Map<UUID, Said> known) {
        var accounts = requests.accounts(region, known.keySet());
        var published = new HashMap<UUID, Publication>();
        known.forEach((id, said) -> published.put(id, drawing.published(said)));
        var moves = new ArrayList<StoredMoves.Move>();
        for (var fact : facts) {
            var said = known.get(fact.subject());
            if (said == null) {
                continue;
            }
            var account = Optional.ofNullable(accounts.get(fact.subject()));
            boolean shown = published.get(fact.subject()) != Publication.NOTHING;
            if (shown || account.isPresent()) {
                moves.add(move(fact, said, account));
            }
        }
        return moves;
    }

    private static StoredMoves.Move move(StoredFact fact, Said said, Optional<UUID> account) {
        var matter = said.matter();
        var area = matter.area();
        var street = area.value().length() > Level.STREET.digits() ? area.at(Level.STREET) : area;
        return new StoredMoves.Move(
                fact.id(),
                matter.id(),
                account,
                matter.number(),
                matter.item(),
                street.value(),
                matter.hidden(),
                to(fact),
                TELLING.contains(to(fact)) ? said.outcome() : "",
                fact.at());
    }

    private static String from(StoredFact fact) {
        return fact.facts().path("from").asString("");
    }

    private static String to(StoredFact fact) {
        return fact.facts().path("to").asString("");
    }
}
