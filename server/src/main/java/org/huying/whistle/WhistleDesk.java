package org.huying.whistle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huying.access.Caller;
import org.huying.calendar.Recountable.Outcome;
import org.huying.matter.Pictures;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.vault.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes whistles through their life: asks the machine, and writes what it allows in one statement. A whistle that was
/// touched lately is kept in memory; the version in the statement makes sure that nothing is decided on old news.
@Service
public class WhistleDesk {

    private static final String PICTURE = "whistle";

    private final Whistles whistles;
    private final Sight sight;
    private final Organisations organisations;
    private final Pictures pictures;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Cache<WhistleId, Whistle> recent =
            Caffeine.newBuilder().maximumSize(5_000).build();

    WhistleDesk(
            Whistles whistles,
            Sight sight,
            Organisations organisations,
            Pictures pictures,
            TransactionTemplate transaction,
            Clock clock) {
        this.whistles = whistles;
        this.sight = sight;
        this.organisations = organisations;
        this.pictures = pictures;
        this.transaction = transaction;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Stores a new whistle. Empty when `requestKey` was used before.
    Optional<Whistle> open(Whistle blown, Caller by, Optional<UUID> requestKey) {
        var advance = Advance.begin(blown, by);
        if (!whistles.insert(advance, requestKey)) {
            return Optional.empty();
        }
        recent.put(blown.id(), advance.whistle());
        return Optional.of(advance.whistle());
    }

    /// Takes one step.
    ///
    /// @param move with the version that the caller saw, and the key by which a step sent twice is taken once
    Taken take(WhistleMove move, Command command) {
        var id = move.id();
        var cached =
                Optional.ofNullable(recent.getIfPresent(id))
                        .filter(it -> it.version() == move.expected());
        var whistle = cached.or(() -> whistles.find(id)).orElse(null);
        if (whistle == null || !sight.sees(move.caller(), whistle)) {
            return new Taken.Unknown();
        }
        if (whistle.version() != move.expected()) {
            return may(move, command, whistle)
                    ? overtaken(whistle, command, move.key())
                    : new Taken.Forbidden();
        }
        if (!may(move, command, whistle)) {
            return new Taken.Forbidden();
        }
        var now = now();
        var decision =
                Lifecycle.decide(whistle.standing(), command, whistle.call().evaluated(), now);
        return switch (decision) {
            case Decision.Refused(var why) -> new Taken.Refused(why);
            case Decision.Moved(var next) ->
                    pictured(
                            command,
                            move,
                            () ->
                                    store(
                                            whistle,
                                            Advance.of(whistle, command, next, move.caller(), now),
                                            command,
                                            move.key()));
        };
    }

    /// Marks the units that did not report in before `now` as missed, tells the unit above each, and answers how many it
    /// marked; at most `most`. May run on any number of nodes at once: each unit is marked by one of them.
    public int missed(Instant now, int most) {
        int marked = 0;
        for (var overdue : whistles.overdue(now, most)) {
            if (miss(overdue, now.truncatedTo(ChronoUnit.MILLIS))) {
                marked++;
            }
        }
        return marked;
    }

    /// Holds those who are still to come to the limits that the days of now ask for, each in a step of its own.
    ///
    /// @param limits the limits of a unit that was called at a moment
    Outcome recount(Whistle before, Function<Instant, Summons.Limits> limits) {
        var now = now();
        var whistle = before;
        for (var one : before.standing().summons()) {
            var command = new Command.Recount(one.unit(), limits.apply(one.since()));
            var decision =
                    Lifecycle.decide(whistle.standing(), command, whistle.call().evaluated(), now);
            if (decision instanceof Decision.Moved(var next)) {
                var advance = Advance.of(whistle, command, next, Caller.SYSTEM, now);
                if (!(store(whistle, advance, command, Optional.empty())
                        instanceof Taken.Done(var after))) {
                    return Outcome.LOST;
                }
                whistle = after;
            }
        }
        return whistle.version() == before.version() ? Outcome.SAME : Outcome.MOVED;
    }

    Optional<Whistle> find(WhistleId id) {
        return whistles.find(id);
    }

    /// The bytes of a picture with which somebody reported in; none of any other.
    Optional<byte[]> picture(Whistle whistle, UUID id, boolean thumbnail) {
        boolean shown =
                whistle.standing().summons().stream()
                        .flatMap(it -> it.state().arrived().stream())
                        .anyMatch(it -> it.photos().contains(id));
        return shown
                ? pictures.taken(whistle.id().region(), id, PICTURE, thumbnail)
                : Optional.empty();
    }

    List<Step> history(WhistleId id) {
        return whistles.steps(id);
    }

    /// A unit that was not summoned is no secret: the machine says so.
    private boolean may(WhistleMove move, Command command, Whistle whistle) {
        return sight.may(move.caller(), command, whistle);
    }

    /// Whoever reports in shows pictures that he took himself and for this; they are used with the step or not at all.
    private Taken pictured(Command command, WhistleMove move, Supplier<Taken> step) {
        if (!(command instanceof Command.CheckIn(_, var arrival))) {
            return step.get();
        }
        return transaction.execute(status -> {
            var by = move.caller().account();
            var taken =
                    pictures.take(move.id().region(), by, arrival.photos(), PICTURE)
                            ? step.get()
                            : new Taken.PictureUnknown();
            if (!(taken instanceof Taken.Done)) {
                status.setRollbackOnly();
            }
            return taken;
        });
    }

    private boolean miss(Whistles.Overdue overdue, Instant now) {
        var whistle = whistles.find(overdue.whistle());
        if (whistle.isEmpty()) {
            return false;
        }
        var command = new Command.Miss(overdue.unit(), above(overdue));
        var before = whistle.get();
        var decision = Lifecycle.decide(before.standing(), command, before.call().evaluated(), now);
        return decision instanceof Decision.Moved(var next)
                && store(
                                before,
                                Advance.of(before, command, next, Caller.SYSTEM, now),
                                command,
                                Optional.empty())
                        instanceof Taken.Done;
    }

    private Optional<UUID> above(Whistles.Overdue overdue) {
        return organisations
                .byId(overdue.whistle().region(), overdue.unit())
                .flatMap(Organisation::parent);
    }

    private Taken store(Whistle before, Advance advance, Command command, Optional<UUID> key) {
        var after = advance.whistle();
        if (whistles.advance(before, advance, key)) {
            recent.put(after.id(), after);
            return new Taken.Done(after);
        }
        recent.invalidate(after.id());
        return whistles.find(after.id())
                .map(current -> overtaken(current, command, key))
                .orElseGet(Taken.Unknown::new);
    }

    /// A step that this very request took before counts as done; anything else was somebody faster.
    private Taken overtaken(Whistle current, Command command, Optional<UUID> key) {
        var before = key.flatMap(it -> whistles.taken(current.id(), it));
        if (before.isEmpty()) {
            return new Taken.Stale(current);
        }
        return before.get().equals(command.act().key())
                ? new Taken.Done(current)
                : new Taken.KeyReused();
    }
}
