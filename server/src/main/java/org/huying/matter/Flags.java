package org.huying.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.matter.loop.Aside;
import org.huying.matter.loop.Exclusion;
import org.huying.matter.loop.Hold;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.Plea;
import org.huying.playbook.PleaKind;
import org.huying.territory.Level;

/// Says in flags what stands beside a matter.
final class Flags {

    private Flags() {}

    static MatterSummary.Beside beside(Matter matter, Rulebook rulebook) {
        var aside = matter.aside();
        var master =
                matter.state() instanceof Merged(var into, _)
                        ? Optional.of(into)
                        : Optional.<UUID>empty();
        var amber = amber(matter);
        if (aside.equals(Aside.NOTHING) && master.isEmpty()) {
            return amber.isEmpty()
                    ? MatterSummary.Beside.NOTHING
                    : new MatterSummary.Beside(
                            Set.of(), List.of(), List.of(), Optional.empty(), amber);
        }
        var involved = others(matter, matter.involved());
        var helping = others(matter, helping(matter));
        var flags = marks(aside);
        on(
                flags,
                aside.pressed(matter.state())
                        .filter(it -> it.late(matter.clock().pace().supervision()))
                        .isPresent(),
                Flag.SUPERVISED_LATE);
        on(flags, !involved.isEmpty(), Flag.INVOLVED);
        on(flags, !helping.isEmpty(), Flag.HELPED);
        on(flags, master.isPresent(), Flag.MERGED);
        aside.pleas().stream()
                .filter(it -> it.state() == Plea.Standing.OPEN)
                .forEach(it -> {
                    flags.add(Flag.PLEADED);
                    on(flags, appeals(it.kind()), Flag.APPEALED);
                    flags.add(Flag.decidedAt(decider(matter, it, rulebook)));
                });
        return new MatterSummary.Beside(flags, involved, helping, master, amber);
    }

    private static boolean appeals(PleaKind kind) {
        return switch (kind) {
            case RATING_APPEAL, REJECTION_APPEAL -> true;
            case EXTENSION, SUSPENSION, EXCLUSION, VOIDING, FORCED_CLOSURE -> false;
        };
    }

    private static Set<Flag> marks(Aside aside) {
        var flags = EnumSet.noneOf(Flag.class);
        var marks = aside.marks();
        switch (marks.urgency()) {
            case NORMAL -> {}
            case URGENT -> flags.add(Flag.URGENT);
            case EMERGENCY -> flags.add(Flag.EMERGENCY);
        }
        aside.hold()
                .map(Hold::kind)
                .map(kind ->
                        switch (kind) {
                            case ASKED -> Flag.ASKED;
                            case SUSPENDED -> Flag.SUSPENDED;
                        })
                .ifPresent(flags::add);
        on(flags, marks.supervision().isPresent(), Flag.SUPERVISED);
        on(flags, marks.key(), Flag.KEY);
        on(flags, marks.owed(), Flag.OWED);
        on(flags, marks.spot(), Flag.SPOT);
        on(flags, marks.excluded().contains(Exclusion.ALL), Flag.EXCLUDED);
        on(flags, marks.excluded().contains(Exclusion.RATING), Flag.EXCLUDED_RATING);
        on(flags, aside.trail().returns() > 0, Flag.RETURNED);
        on(flags, aside.asked().revisit(), Flag.REVISIT);
        on(flags, aside.reply().isPresent(), Flag.UNANSWERED);
        return flags;
    }

    /// Helpers who are not done, and those who are consulted, as long as the matter is worked.
    private static Collection<UUID> helping(Matter matter) {
        if (!matter.state().open()) {
            return List.of();
        }
        var units = new LinkedHashSet<>(matter.aside().helping());
        matter.aside().consults().stream()
                .filter(it -> it.decision().isEmpty())
                .forEach(it -> units.addAll(it.units()));
        return units;
    }

    private static List<UUID> others(Matter matter, Collection<UUID> units) {
        var others = new LinkedHashSet<>(units);
        others.removeAll(matter.lead());
        return List.copyOf(others);
    }

    /// The level of the territory that the decider must have, as [Sight#has] asks for it.
    private static Level decider(Matter matter, Plea plea, Rulebook rulebook) {
        int known = matter.subject().area().value().length();
        return rulebook.stage(matter, plea.no())
                .flatMap(it -> Rungs.level(it.decider()))
                .filter(it -> it.digits() <= known)
                .orElse(Level.COUNTY);
    }

    /// Read off the alarm: until the amber mark is passed the clock waits for it.
    private static Optional<Instant> amber(Matter matter) {
        var clock = matter.clock();
        return clock.due()
                .flatMap(due ->
                        clock.pace().marks() > 0
                                ? Optional.of(matter.since())
                                : clock.alarm().filter(due::isAfter));
    }

    private static void on(Set<Flag> flags, boolean is, Flag flag) {
        if (is) {
            flags.add(flag);
        }
    }
}
