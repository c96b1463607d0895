package org.huying.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.matter.loop.Matter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks at the clocks that are due and lets each matter do what is due, in one version of it. Any number of nodes may
/// look at once: they take different matters, and a matter that was moved meanwhile refuses the late one.
@Component
class AlarmRound {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmRound.class);

    private final AlarmRows alarms;
    private final Matters matters;
    private final AlarmAnswer answer;
    private final MatterDesk desk;
    private final AlarmSettings settings;

    AlarmRound(
            AlarmRows alarms,
            Matters matters,
            AlarmAnswer answer,
            MatterDesk desk,
            AlarmSettings settings) {
        this.alarms = alarms;
        this.matters = matters;
        this.answer = answer;
        this.desk = desk;
        this.settings = settings;
    }

    /// Takes at most so many matters as the settings allow. Answers how many of them moved.
    int run() {
        int moved = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            var now = desk.now();
            var due = alarms.claim(now, settings.lease(), settings.batch());
            var byRegion =
                    due.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            MatterId::region,
                                            TreeMap::new,
                                            Collectors.mapping(
                                                    MatterId::value, Collectors.toList())));
            for (var region : byRegion.entrySet()) {
                moved += region(region.getKey(), region.getValue(), now);
            }
            if (due.size() < settings.batch()) {
                break;
            }
        }
        return moved;
    }

    private int region(String region, List<UUID> ids, Instant now) {
        int moved = 0;
        var looked = new ArrayList<UUID>();
        for (var matter : matters.find(region, ids)) {
            try {
                moved += moved(matter, now) ? 1 : 0;
                looked.add(matter.id().value());
            } catch (RuntimeException e) {
                failed(matter.id(), now, e);
            }
        }
        alarms.refresh(region, looked);
        return moved;
    }

    private boolean moved(Matter matter, Instant now) {
        var commands = answer.to(matter, now);
        return !commands.isEmpty() && desk.step(matter, commands, Caller.SYSTEM).isPresent();
    }

    private void failed(MatterId id, Instant now, RuntimeException e) {
        LOG.warn("The clock of matter {} rings and cannot be answered", id, e);
        alarms.failed(id, String.valueOf(e), now, now.plus(settings.lease()), settings.attempts());
    }
}
