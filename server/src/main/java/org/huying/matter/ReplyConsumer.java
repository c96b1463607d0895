package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Passes on what was replied, or what came of it, to those who asked the same and were merged: each keeps the reply in
/// his own matter. Whoever had his reply is passed over, so that facts may be read twice.
@Component
class ReplyConsumer implements Consumer {

    private static final int TRIES = 5;
    private static final Set<String> TOLD = Set.of("HANDLED", "CLOSED");

    private final Replies replies;
    private final Matters matters;
    private final MatterDesk desk;

    ReplyConsumer(Replies replies, Matters matters, MatterDesk desk) {
        this.replies = replies;
        this.matters = matters;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "matter.replies";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var masters = new TreeMap<String, Set<UUID>>();
        batch.stream()
                .filter(ReplyConsumer::speaks)
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region,
                                Collectors.mapping(StoredFact::subject, Collectors.toSet())))
                .forEach(masters::put);
        masters.forEach(this::passOn);
    }

    private static boolean speaks(StoredFact event) {
        var facts = event.facts();
        return TOLD.contains(facts.path("to").asString("")) || replied(facts.path("did"));
    }

    private static boolean replied(JsonNode did) {
        for (var step : did) {
            if (step.path("act").asString("").equals(Act.REPLY.key())) {
                return true;
            }
        }
        return false;
    }

    private void passOn(String region, Set<UUID> masters) {
        var waiting = replies.waiting(region, masters);
        if (waiting.isEmpty()) {
            return;
        }
        var words = replies.last(region, masters);
        for (var child : matters.find(region, waiting.keySet())) {
            var said = words.get(waiting.get(child.id().value()));
            if (said != null) {
                passOn(child, said);
            }
        }
    }

    /// What others do to it meanwhile does not matter, so it is tried again.
    private void passOn(Matter child, String said) {
        var reply = List.<Command>of(new Command.Reply(true, said));
        var now = Optional.of(child);
        for (int i = 0; i < TRIES && now.isPresent(); i++) {
            if (desk.step(now.get(), reply, Caller.SYSTEM).isPresent()) {
                return;
            }
            now = desk.find(child.id()).filter(it -> it.aside().reply().isPresent());
        }
        if (now.isPresent()) {
            throw new IllegalStateException("No way to reply to " + child.id());
        }
    }
}
