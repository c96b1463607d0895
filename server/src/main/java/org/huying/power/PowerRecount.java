package org.huying.power;

import java.util.UUID;
import org.huying.calendar.Recountable;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.springframework.stereotype.Component;

/// Counts the limits of uses of powers again: until when the department may object, and until when it must answer.
@Component
class PowerRecount implements Recountable {

    private final Exercises exercises;
    private final PowerDesk desk;
    private final Playbooks playbooks;

    PowerRecount(Exercises exercises, PowerDesk desk, Playbooks playbooks) {
        this.exercises = exercises;
        this.desk = desk;
        this.playbooks = playbooks;
    }

    @Override
    public String kind() {
        return "power";
    }

    @Override
    public Chunk recount(String region, UUID after, int most) {
        return Chunk.of(
                exercises.running(region, after, most),
                Exercise::id,
                it -> desk.recount(it, pinned(it.item())),
                it -> exercises.find(it.region(), it.id()));
    }

    private Playbook pinned(Exercise.Item item) {
        return playbooks.pinned(item.playbook(), item.playbookVersion());
    }
}
