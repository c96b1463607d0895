package org.huying.matter;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.Calendars;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Journey;
import org.huying.matter.loop.Limits;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.Standard;
import org.huying.org.Duties;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules.ModeRules;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Stage;
import org.huying.territory.Modes;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// What one matter's steps are judged by: the playbook it was opened under, the mode of its area, and what must be looked
/// up of its kin.
@Component
class Rulebook {

    private final Playbooks playbooks;
    private final Calendars calendars;
    private final Modes modes;
    private final Matters matters;
    private final Duties duties;

    Rulebook(
            Playbooks playbooks, Calendars calendars, Modes modes, Matters matters, Duties duties) {
        this.playbooks = playbooks;
        this.calendars = calendars;
        this.modes = modes;
        this.matters = matters;
        this.duties = duties;
    }

    Playbook playbook(Matter matter) {
        return playbooks.pinned(matter.report().playbook(), matter.report().playbookVersion());
    }

    Standard standard(Matter matter) {
        var playbook = playbook(matter);
        return Standard.of(
                playbook,
                calendar(matter, playbook),
                matter.subject().item().flatMap(playbook::item),
                matter.report());
    }

    /// The days of the matter's county with the working hours of its playbook.
    WorkCalendar calendar(Matter matter) {
        return calendar(matter, playbook(matter));
    }

    private WorkCalendar calendar(Matter matter, Playbook playbook) {
        return calendars.of(matter.id().region(), playbook.calendar());
    }

    /// The rules for `command`, which may itself change what the matter is about.
    Journey.Rules rules(Matter matter, Command command) {
        var playbook = playbook(matter);
        var key =
                command instanceof Command.Classify(var item, _)
                        ? Optional.of(item)
                        : matter.subject().item();
        var area =
                command instanceof Command.Locate(var place, _) ? place : matter.subject().area();
        var item = key.flatMap(playbook::item);
        return new Journey.Rules(
                Standard.of(playbook, calendar(matter, playbook), item, matter.report()),
                limits(playbook, item, area),
                needsParts(matter, command) ? matters.openParts(matter.id()) : 0,
                ends(command) && matters.hasMerged(matter.id()),
                command instanceof Command.Rate && masterDone(matter));
    }

    /// The stage that decides the application of this number now.
    Optional<PleaStage> stage(Matter matter, int no) {
        var rules = playbook(matter).matter().loop();
        return matter.aside().pleas().stream()
                .filter(it -> it.no() == no)
                .flatMap(it -> it.stage(rules).stream())
                .findFirst();
    }

    /// Whether the caller has what the present stage asks for: the territory of its level, and the post where one is
    /// named. Where nobody holds that post who may still decide, whoever has the territory does.
    boolean judges(Caller caller, Act act, Matter matter, int no, Instant now) {
        var stage = stage(matter, no);
        if (stage.filter(it -> !Sight.has(caller, act, matter, it.decider())).isPresent()) {
            return false;
        }
        var holders =
                stage.flatMap(PleaStage::post)
                        .map(it -> duties.holders(it, matter.subject().area(), now))
                        .orElse(Set.of());
        return holders.contains(caller.account())
                || holders.stream().allMatch(it -> tookPart(matter, no, it));
    }

    private static boolean tookPart(Matter matter, int no, UUID person) {
        return matter.aside().pleas().stream()
                .anyMatch(it -> it.no() == no && it.takenPart(person));
    }

    String arbiter(Matter matter) {
        return playbook(matter).matter().loop().returns().arbiter();
    }

    /// Checks and revisits are taken by the post that the playbook names; by whoever may where nobody holds it but the one
    /// who handled it. What a machine tells has been checked where it comes from.
    boolean entrusted(Caller caller, Act act, Matter matter, Instant now) {
        if (caller.kind() != Caller.Kind.STAFF) {
            return true;
        }
        var after = playbook(matter).matter().loop().after();
        var post =
                switch (act) {
                    case VERIFY -> after.verifier();
                    case REVISIT -> after.revisit().by();
                    default -> Optional.<String>empty();
                };
        var holders =
                post.map(it -> duties.holders(it, matter.subject().area(), now)).orElse(Set.of());
        var handler = matter.aside().trail().handler();
        return holders.contains(caller.account())
                || holders.stream().allMatch(it -> handler.filter(it::equals).isPresent());
    }

    Limits limits(Matter matter) {
        var playbook = playbook(matter);
        return limits(
                playbook, matter.subject().item().flatMap(playbook::item), matter.subject().area());
    }

    Limits limits(Playbook playbook, Optional<Item> item, TerritoryCode area) {
        var usual = item.map(Item::limits).orElse(Map.of());
        var special = playbook.matter().loop().modes();
        return new Limits(
                special.isEmpty() ? _ -> usual : at -> in(special, area, at, usual),
                calendars.of(area.region(), playbook.calendar()),
                playbook.matter().loop().clocks());
    }

    private Map<Stage, TimeLimit> in(
            Map<String, ModeRules> special,
            TerritoryCode area,
            Instant at,
            Map<Stage, TimeLimit> usual) {
        var mode = modes.at(area, at).map(special::get);
        if (mode.isEmpty() || mode.get().limits().isEmpty()) {
            return usual;
        }
        var limits = new HashMap<>(usual);
        limits.putAll(mode.get().limits());
        return limits;
    }

    private static boolean needsParts(Matter matter, Command command) {
        return matter.aside().trail().split() > 0
                && (command instanceof Command.Handle
                        || command instanceof Command.Spot
                        || command instanceof Command.Merge
                        || command instanceof Command.Grant
                        || command instanceof Command.Withdraw);
    }

    /// Steps that may end it otherwise than by work, so that those who were merged into it would wait for nothing.
    private static boolean ends(Command command) {
        return command instanceof Command.Reject
                || command instanceof Command.Grant
                || command instanceof Command.Withdraw;
    }

    private boolean masterDone(Matter matter) {
        return matter.state() instanceof Merged(var into, _)
                && matters.find(new MatterId(matter.id().region(), into))
                        .filter(it -> done(StateName.of(it.state())))
                        .isPresent();
    }

    private static boolean done(StateName state) {
        return state == StateName.VERIFYING
                || state == StateName.RATED
                || state == StateName.CLOSED;
    }
}
