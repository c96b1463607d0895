package org.huying.gateway.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.matter.Flag;
import org.huying.matter.Reports.Said;
import org.huying.playbook.Condition;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Judges which matters a partner is told of.
@Component
class Selecting {

    private static final Logger LOG = LoggerFactory.getLogger(Selecting.class);
    private static final Item NONE =
            new Item(
                    "",
                    new Text("", ""),
                    "",
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    0,
                    Duration.ZERO,
                    Map.of());

    private final Playbooks playbooks;

    Selecting(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /// False too where the condition cannot be judged.
    boolean holds(Condition condition, Said said, Instant at) {
        try {
            return condition.holds(facts(said, at));
        } catch (IllegalStateException e) {
            LOG.warn("A condition of a partner cannot be judged", e);
            return false;
        }
    }

    private Facts facts(Said said, Instant at) {
        var matter = said.matter();
        var item =
                playbooks
                        .pinned(matter.playbook(), matter.playbookVersion())
                        .item(matter.item())
                        .orElse(NONE);
        var flags = matter.beside().flags();
        var known = new HashMap<String, Object>();
        known.put("demand", matter.demand());
        known.put("channel", matter.channel());
        known.put("title", matter.title());
        known.put("located", matter.point().isPresent());
        known.put("state", matter.state());
        known.put("open", matter.open());
        known.put("late", matter.late());
        known.put("private", matter.hidden());
        known.put("rating", matter.rating().orElse(""));
        Map.of(
                        "urgent", List.of(Flag.URGENT, Flag.EMERGENCY),
                        "key", List.of(Flag.KEY),
                        "supervised", List.of(Flag.SUPERVISED))
                .forEach((name, any) -> known.put(name, any.stream().anyMatch(flags::contains)));
        return new Facts(known, item, matter.area(), at);
    }
}
