package org.huying.matter;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
        TreeMap<String, TreeSet<UUID>> moved =
                batch.stream()
                        .collect(
                                Collectors.groupingBy(
                                        StoredFact::region,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                StoredFact::subject,
                                                Collectors.toCollection(TreeSet::new))));
        moved.forEach(alarms::refresh);
    }
}
