package org.huying.whistle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// What one caller may see of a whistle and do to it now. A permission alone is not enough for a step: it is taken for
/// the unit that called, for a unit that was called, or by somebody of neither side.
@Component
class Sight {

    static final String READ = "whistle:whistle:read";

    /// A step to offer; `unit` where it is taken for one unit.
    record Offer(WhistleAct act, Optional<UUID> unit) {}

    private final Organisations organisations;

    Sight(Organisations organisations) {
        this.organisations = organisations;
    }

    boolean sees(Caller caller, Whistle whistle) {
        return caller.reach(READ).covers(whistle.call().where().area(), whistle.units());
    }

    boolean may(Caller caller, Command command, Whistle whistle) {
        return may(caller, command.act(), command.about(), whistle);
    }

    /// The steps to offer: what the machine allows and the caller may do.
    List<Offer> offers(Caller caller, Whistle whistle) {
        var offers = new ArrayList<Offer>();
        var standing = whistle.standing();
        for (var act : Lifecycle.steps(standing.state())) {
            switch (act) {
                case BLOW, MISS, RECOUNT -> {}
                case WITHDRAW, EVALUATE, CLOSE -> {
                    if (Lifecycle.ready(standing, act, whistle.call().evaluated())
                            && may(caller, act, Optional.empty(), whistle)) {
                        offers.add(new Offer(act, Optional.empty()));
                    }
                }
                case RECEIVE, CHECK_IN, OBJECT, ARBITRATE, RECORD, SIGN, SUBMIT, LEAVE, RELEASE ->
                        standing.summons().stream()
                                .filter(it -> Lifecycle.ready(standing, it, act))
                                .filter(it -> may(caller, act, Optional.of(it.unit()), whistle))
                                .forEach(it -> offers.add(new Offer(act, Optional.of(it.unit()))));
            }
        }
        return offers;
    }

    private boolean may(Caller caller, WhistleAct act, Optional<UUID> unit, Whistle whistle) {
        return switch (act.side()) {
            case CALLER -> called(caller, act, whistle);
            case UNIT -> unit.filter(it -> speaksFor(caller, act, it, whistle)).isPresent();
            case LEAD ->
                    unit.filter(whistle.standing().lead().unit()::equals)
                            .filter(it -> speaksFor(caller, act, it, whistle))
                            .isPresent();
            case CALLER_OR_LEAD ->
                    called(caller, act, whistle)
                            || speaksFor(caller, act, whistle.standing().lead().unit(), whistle);
            case ARBITER ->
                    unit.filter(it -> neither(caller, it, whistle)).isPresent()
                            && caller.reach(act.permission())
                                    .covers(whistle.call().where().area(), List.of());
            case CLOCK -> caller.kind() == Caller.Kind.SYSTEM;
        };
    }

    private boolean called(Caller caller, WhistleAct act, Whistle whistle) {
        var by = whistle.call().by();
        return by.unit()
                .map(it -> speaksFor(caller, act, it, whistle))
                .orElseGet(() -> sitsAt(caller, act, by.node()));
    }

    /// Works for the unit, or sits at the desk of the place that the unit stands for.
    private boolean speaksFor(Caller caller, WhistleAct act, UUID unit, Whistle whistle) {
        var area = whistle.call().where().area();
        boolean member =
                carrying(caller, act).stream()
                        .filter(it -> it.unit().filter(unit::equals).isPresent())
                        .anyMatch(it -> it.area().map(area::within).orElse(true));
        return member
                || organisations
                        .byId(whistle.id().region(), unit)
                        .filter(Organisation::ofPlace)
                        .flatMap(it -> it.anchor())
                        .filter(it -> sitsAt(caller, act, it))
                        .isPresent();
    }

    private static boolean sitsAt(Caller caller, WhistleAct act, TerritoryCode node) {
        return carrying(caller, act).stream()
                .anyMatch(it -> it.unit().isEmpty() && it.area().filter(node::equals).isPresent());
    }

    private static List<Grant> carrying(Caller caller, WhistleAct act) {
        return caller.grants().stream()
                .filter(it -> it.permissions().contains(act.permission()))
                .toList();
    }

    private static boolean neither(Caller caller, UUID unit, Whistle whistle) {
        var by = whistle.call().by();
        var units = caller.units();
        return !caller.account().equals(by.account())
                && !units.contains(unit)
                && by.unit().filter(units::contains).isEmpty();
    }
}
