package org.huying.matter;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.springframework.stereotype.Component;

/// Sets the alarms of matters that have moved.
@Component
class AlarmConsumer implements Consumer {

    private final AlarmRows alarms;

    AlarmConsumer(AlarmRows alarms) {
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "matter.alarm";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MatterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        MatterMoved.versions(batch)
                .forEach((region, moved) -> alarms.refresh(region, new TreeSet<>(moved.keySet())));
    }
}
