package org.huying.matter.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.matter.Act;
import org.huying.matter.StateName;

/// What stands beside the state of a matter: marks, a clock that is held, helpers, applications, consultations, and
/// what is known about asking the resident, and the reply that is owed. Immutable; stored as one JSON document with the
/// matter.
public record Aside(
        Marks marks,
        Trail trail,
        Optional<Hold> hold,
        List<Assist> assists,
        List<Plea> pleas,
        List<Consult> consults,
        Asked asked,
        Optional<Owed> reply) {

    public static final Aside NOTHING =
            new Aside(
                    Marks.NONE,
                    Trail.NONE,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Asked.NOT_YET,
                    Optional.empty());

    public Aside {
        assists = List.copyOf(assists);
        pleas = List.copyOf(pleas);
        consults = List.copyOf(consults);
    }

    Aside with(Marks next) {
        return new Aside(next, trail, hold, assists, pleas, consults, asked, reply);
    }

    public Aside with(Trail next) {
        return new Aside(marks, next, hold, assists, pleas, consults, asked, reply);
    }

    public Aside with(Asked next) {
        return new Aside(marks, trail, hold, assists, pleas, consults, next, reply);
    }

    public Aside owing(Optional<Owed> next) {
        return new Aside(marks, trail, hold, assists, pleas, consults, asked, next);
    }

    Aside held(Optional<Hold> next) {
        return new Aside(marks, trail, next, assists, pleas, consults, asked, reply);
    }

    /// Over: no clock to hold, nobody left to help.
    Aside ended() {
        var all = assists.stream().map(Assist::over).toList();
        return new Aside(marks, trail, Optional.empty(), all, pleas, consults, asked, reply);
    }

    /// Who leads does not help as well.
    Aside ledBy(UUID unit) {
        return assist(unit).map(Assist::over).map(this::with).orElse(this);
    }

    /// With this helper instead of the one of the same unit, or added.
    Aside with(Assist next) {
        var all = new ArrayList<>(assists);
        all.removeIf(it -> it.unit().equals(next.unit()));
        all.add(next);
        return new Aside(marks, trail, hold, all, pleas, consults, asked, reply);
    }

    /// With the time of these helpers moved.
    Aside helped(List<DatesMoved.Help> moved) {
        var due =
                moved.stream()
                        .collect(Collectors.toMap(DatesMoved.Help::unit, DatesMoved.Help::due));
        var all =
                assists.stream()
                        .map(it -> due.containsKey(it.unit()) ? it.until(due.get(it.unit())) : it)
                        .toList();
        return new Aside(marks, trail, hold, all, pleas, consults, asked, reply);
    }

    Aside with(Plea next) {
        var all = new ArrayList<>(pleas);
        all.removeIf(it -> it.no() == next.no());
        all.add(next);
        return new Aside(marks, trail, hold, assists, all, consults, asked, reply);
    }

    Aside with(Consult next) {
        var all = new ArrayList<>(consults);
        all.removeIf(it -> it.no() == next.no());
        all.add(next);
        return new Aside(marks, trail, hold, assists, pleas, all, asked, reply);
    }

    Optional<Assist> assist(UUID unit) {
        return assists.stream().filter(it -> it.unit().equals(unit)).findFirst();
    }

    Optional<Plea> openPlea(int no) {
        return pleas.stream()
                .filter(it -> it.no() == no && it.state() == Plea.Standing.OPEN)
                .findFirst();
    }

    Optional<Consult> openConsult(int no) {
        return consults.stream().filter(it -> it.no() == no && it.decision().isEmpty()).findFirst();
    }

    /// The supervision of a matter that is still worked: what is done, and waits to be rated, nobody presses any more.
    public Optional<Supervision> pressed(MatterState state) {
        boolean worked = state.open() && Transitions.acts(StateName.of(state)).contains(Act.PROMPT);
        return worked ? marks.supervision() : Optional.empty();
    }

    /// The helpers whose time was over by `now`, and not yet by `told`.
    public List<UUID> late(Instant now, Optional<Instant> told) {
        return assists.stream()
                .filter(it -> it.state().open())
                .filter(it -> it.due().filter(due -> !due.isAfter(now)).isPresent())
                .filter(it -> told.flatMap(t -> it.due().filter(due -> !due.isAfter(t))).isEmpty())
                .map(Assist::unit)
                .toList();
    }

    /// When the time of the next helper is over of whom nobody has been told.
    public Optional<Instant> nextLate(Optional<Instant> told) {
        return assists.stream()
                .filter(it -> it.state().open())
                .flatMap(it -> it.due().stream())
                .filter(due -> told.map(due::isAfter).orElse(true))
                .min(Comparator.naturalOrder());
    }

    /// Helpers who still have something to do.
    public List<UUID> helping() {
        return assists.stream().filter(it -> it.state().open()).map(Assist::unit).toList();
    }
}
