package org.huying.matter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huying.calendar.DaysChanged;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.matter.RecountRows.Asked;
import org.huying.matter.RecountRows.Cause;
import org.springframework.stereotype.Component;

/// Has the open deadlines of a county counted again by itself when its days have changed. Days change a few times a year.
@Component
class RecountConsumer implements Consumer {

    private final Recounts recounts;

    RecountConsumer(Recounts recounts) {
        this.recounts = recounts;
    }

    @Override
    public String name() {
        return "matter.recount";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DaysChanged.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        for (var fact : batch) {
            var by = UUID.fromString(fact.facts().path("actor").asString());
            var why = fact.facts().path("why").asString();
            var id = new MatterId(fact.region(), fact.subject());
            recounts.begin(new Asked(id, fact.subject(), Cause.DAYS, why, by, fact.at()));
        }
    }
}
