package org.huying.matter.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.calendar.TimeKind;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Act;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules;
import org.huying.playbook.MatterRules;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.Playbook;

/// What the playbook asks of one matter's steps: the machine's tuning, never its wiring.
///
/// @param item whether the matter has been given an item
/// @param evidence kinds of proof each step needs, by act key
/// @param askable there is somebody who may still answer
/// @param named somebody put a name or a phone to it
public record Standard(
        boolean item,
        Map<String, List<String>> evidence,
        Set<String> rejections,
        Map<String, RatingAnswer> answers,
        boolean ratingRequired,
        int ratingAttempts,
        boolean askable,
        boolean named,
        LoopRules loop,
        WorkCalendar calendar) {

    public static Standard of(
            Playbook playbook, WorkCalendar calendar, Optional<Item> item, Report report) {
        MatterRules rules = playbook.matter();
        return new Standard(
                item.isPresent(),
                item.map(Item::evidence).orElse(Map.of()),
                rules.rejections().keySet(),
                rules.ratingAnswers(),
                rules.ratingRequired(),
                rules.ratingAttempts(),
                report.askable(),
                report.named(),
                rules.loop(),
                calendar);
    }

    boolean proven(Act act, Collection<Command.Evidence> given) {
        return shown(evidence(act), given);
    }

    /// The kinds of proof an act needs. Whoever handles on the spot shows what handling shows.
    public List<String> evidence(Act act) {
        var proves = act == Act.SPOT ? Act.HANDLE : act;
        return evidence.getOrDefault(proves.key(), List.of());
    }

    static boolean shown(Collection<String> needed, Collection<Command.Evidence> given) {
        return given.stream().map(Command.Evidence::kind).toList().containsAll(needed);
    }

    /// When the light of something that runs from one moment to another turns amber, in working time; empty where none of
    /// it lies between them, or the place has no such mark.
    Optional<Instant> amber(Instant from, Instant until) {
        double share = loop.clocks().amber();
        return Optional.of(Limits.part(calendar, from, until, TimeKind.WORK_HOUR, share))
                .filter(it -> it.isAfter(from) && it.isBefore(until));
    }

    /// Whether `limit` from `start` has run out at `now`; never when there is no limit.
    boolean passed(Optional<TimeLimit> limit, Instant start, Instant now) {
        return limit.filter(it -> now.isAfter(calendar.due(start, it))).isPresent();
    }
}
