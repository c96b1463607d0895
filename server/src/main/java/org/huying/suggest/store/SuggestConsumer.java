package org.huying.suggest.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.huying.suggest.store.MemoryWriter.Return;
import org.springframework.stereotype.Component;

/// Learns from what people do with matters. Facts only say which matters moved and how; what is counted is the matter as
/// it stands, once for each version, so replays change nothing.
@Component
class SuggestConsumer implements Consumer {

    private static final String RETURN = "return";

    /// Steps after which a matter counts for the same as before.
    private static final Set<String> TELL_NOTHING =
            Set.of("acknowledge", "handle", "verify", "rate", "unreached");

    private final MatterSummaries matters;
    private final MemoryWriter writer;

    SuggestConsumer(MatterSummaries matters, MemoryWriter writer) {
        this.matters = matters;
        this.writer = writer;
    }

    @Override
    public String name() {
        return "suggest.memory";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var acts = new TreeMap<String, HashMap<UUID, Set<String>>>();
        batch.forEach(fact ->
                acts.computeIfAbsent(fact.region(), _ -> new HashMap<>())
                        .computeIfAbsent(fact.subject(), _ -> new HashSet<>())
                        .add(fact.facts().path("act").asString("")));
        var versions = MatterMoved.versions(batch);
        acts.forEach((region, moved) -> {
            var telling = new HashMap<>(versions.getOrDefault(region, Map.of()));
            telling.keySet()
                    .removeIf(id -> TELL_NOTHING.containsAll(moved.getOrDefault(id, Set.of())));
            if (!telling.isEmpty()) {
                writer.learn(region, matters.since(region, telling), returns(region, batch));
            }
        });
    }

    /// Each return with the unit that gave it back: the matter itself may be somebody else's by now.
    private static List<Return> returns(String region, List<StoredFact> batch) {
        return batch.stream()
                .filter(it -> it.region().equals(region))
                .filter(it -> it.facts().path("act").asString("").equals(RETURN))
                .filter(it -> it.facts().hasNonNull("unit"))
                .map(it ->
                        new Return(
                                it.subject(),
                                it.facts().path("version").asInt(0),
                                UUID.fromString(it.facts().path("unit").asString(""))))
                .toList();
    }
}
