package org.huying.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.playbook.Item;
import org.huying.playbook.MatterRules;
import org.huying.playbook.Playbook;

/// What the playbook asks of one matter's steps: the machine's tuning, never its wiring.
///
/// @param item whether the matter has been given an item
/// @param evidence kinds of proof each step needs, by act key
/// @param solved rating answers by key, with whether they mean "solved"
record Standard(
        boolean item,
        Map<String, List<String>> evidence,
        Set<String> rejections,
        Map<String, Boolean> solved,
        boolean ratingRequired,
        int ratingAttempts) {

    static Standard of(Playbook playbook, Optional<Item> item) {
        MatterRules rules = playbook.matter();
        var solved = new HashMap<String, Boolean>();
        rules.ratingAnswers().forEach((key, answer) -> solved.put(key, answer.solved()));
        return new Standard(
                item.isPresent(),
                item.map(Item::evidence).orElse(Map.of()),
                rules.rejections().keySet(),
                Map.copyOf(solved),
                rules.ratingRequired(),
                rules.ratingAttempts());
    }

    boolean proven(Act act, Collection<Command.Evidence> given) {
        var kinds = given.stream().map(Command.Evidence::kind).toList();
        return kinds.containsAll(evidence.getOrDefault(act.key(), List.of()));
    }
}
