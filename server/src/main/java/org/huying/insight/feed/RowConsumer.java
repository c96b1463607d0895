package org.huying.insight.feed;

import java.util.List;
import java.util.Set;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.MatterMoved;
import org.huying.matter.MatterSummaries;
import org.springframework.stereotype.Component;

/// Keeps lists, search and counters up with the matters. Events only say which matters moved; what is stored is the
/// matter as it stands, so a batch costs the same however often one matter moved in it, and replays change nothing.
@Component
class RowConsumer implements Consumer {

    private final MatterSummaries matters;
    private final RowWriter writer;

    RowConsumer(MatterSummaries matters, RowWriter writer) {
        this.matters = matters;
        this.writer = writer;
    }

    @Override
    public String name() {
        return "insight.rows";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        MatterMoved.versions(batch)
                .forEach((region, moved) -> writer.write(region, matters.since(region, moved)));
    }
}
