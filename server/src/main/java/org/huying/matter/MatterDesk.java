package org.huying.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Command.Evidence;
import org.huying.matter.loop.Decision;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Journey;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Refusal;
import org.huying.playbook.MatterRules;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes matters through the loop: asks the machine, and writes what it allows in one statement. A matter that was
/// touched lately is kept in memory; the version in the statement makes sure that nothing is decided on old news.
@Service
class MatterDesk {

    private final Matters matters;
    private final Rulebook rulebook;
    private final Dispatching dispatching;
    private final Attachments attachments;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RecentMatters recent;

    MatterDesk(
            Matters matters,
            Rulebook rulebook,
            Dispatching dispatching,
            Attachments attachments,
            TransactionTemplate transaction,
            Clock clock,
            RecentMatters recent) {
        this.matters = matters;
        this.rulebook = rulebook;
        this.dispatching = dispatching;
        this.attachments = attachments;
        this.transaction = transaction;
        this.clock = clock;
        this.recent = recent;
    }

    /// One step that somebody asks for.
    ///
    /// @param expected the version the caller saw
    /// @param key digest of caller and Idempotency-Key; a step sent twice is taken once
    /// @param also what is written with it or not at all
    record Order(
            MatterId id,
            Command command,
            Caller caller,
            int expected,
            Optional<UUID> key,
            Also also) {

        Order(MatterId id, Command command, Caller caller, int expected, Optional<UUID> key) {
            this(id, command, caller, expected, key, Also.NOTHING);
        }
    }

    /// What is written with a step, in the same transaction. A refusal undoes the step.
    interface Also {
        Also NOTHING = _ -> Optional.empty();

        Optional<Refusal> written(Matter after);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Stores a report and does at once what the playbook does by itself. Empty when `requestKey` was used before.
    Optional<Matter> open(
            Matter reported, Caller by, List<UUID> pictures, Optional<UUID> requestKey, Also also) {
        var journey = begun(reported, by);
        var opened = journey.matter();
        var proof = pictures.stream().map(id -> new Evidence(ToldPictures.REPORT, id)).toList();
        boolean stored =
                write(
                        proof,
                        opened,
                        by,
                        also,
                        () -> matters.insert(opened, journey.steps(), requestKey));
        if (stored) {
            recent.keep(opened);
        }
        return stored ? Optional.of(opened) : Optional.empty();
    }

    /// A report and what the playbook does with it by itself; nothing is stored.
    Journey begun(Matter reported, Caller by) {
        var journey = Journey.begin(reported, by, "{}");
        var rules = rulebook.playbook(reported).matter();
        if ((rules.acceptAutomatically() && reported.subject().item().isPresent())
                || found(reported, by, rules)) {
            system(journey, new Command.Accept());
            dispatchByRule(journey);
        }
        return journey;
    }

    /// Found by those who work, through a channel that the place files directly, and asked for by nobody.
    private static boolean found(Matter reported, Caller by, MatterRules rules) {
        var report = reported.report();
        return by.kind() == Caller.Kind.STAFF
                && !report.named()
                && rules.filedDirectly().contains(report.channel());
    }

    /// Takes one step.
    Taken take(Order order) {
        var id = order.id();
        var found =
                recent.since(id, order.expected()).filter(it -> it.version() == order.expected());
        var matter = found.or(() -> matters.find(id)).orElse(null);
        if (matter == null) {
            return new Taken.Unknown();
        }
        return matter.version() == order.expected()
                ? take(matter, order)
                : before(matter, order).orElseGet(() -> take(matter, order));
    }

    private Taken take(Matter matter, Order order) {
        if (!Sight.sees(order.caller(), matter)) {
            return new Taken.Unknown();
        }
        if (!Sight.may(order.caller(), order.command(), matter)
                || !high(order, matter)
                || !entrusted(order, matter)) {
            return new Taken.Forbidden();
        }
        if (matter.version() != order.expected()) {
            return new Taken.Stale(matter);
        }
        var journey = Journey.of(matter, now());
        if (step(journey, order.command(), order.caller()) instanceof Decision.Refused(var why)) {
            return before(matter, order).orElseGet(() -> new Taken.Refused(why));
        }
        if (order.command() instanceof Command.Accept) {
            dispatchByRule(journey);
        }
        return store(journey, order);
    }

    /// Steps that follow from something else, as one version; nothing when somebody was faster or the machine refuses the
    /// first.
    Optional<Matter> step(Matter matter, List<Command> commands, Caller by) {
        var journey = Journey.of(matter, now());
        for (var command : commands) {
            if (!(step(journey, command, by) instanceof Moved) && journey.steps().isEmpty()) {
                return Optional.empty();
            }
        }
        var after = journey.matter();
        boolean stored = matters.advance(after, journey.steps(), Optional.empty());
        recent.forget(after.id());
        return stored ? Optional.of(after) : Optional.empty();
    }

    Optional<Matter> find(MatterId id) {
        return matters.find(id);
    }

    /// Applications and disputes are decided where the playbook says.
    private boolean high(Order order, Matter matter) {
        var act = order.command().act();
        return switch (order.command()) {
            case Command.Judging judging ->
                    rulebook.judges(order.caller(), act, matter, judging.no(), now());
            case Command.Arbitrate _ ->
                    Sight.has(order.caller(), act, matter, rulebook.arbiter(matter));
            default -> true;
        };
    }

    private boolean entrusted(Order order, Matter matter) {
        return rulebook.entrusted(order.caller(), order.command().act(), matter, now());
    }

    private Taken store(Journey journey, Order order) {
        var after = journey.matter();
        boolean stored;
        try {
            stored =
                    write(
                            order.command().proof(),
                            after,
                            order.caller(),
                            order.also(),
                            () -> matters.advance(after, journey.steps(), order.key()));
        } catch (EvidenceMissing e) {
            return new Taken.EvidenceUnknown();
        } catch (Undone e) {
            return new Taken.Refused(e.why);
        } catch (PessimisticLockingFailureException e) {
            stored = false; // two steps that each wanted both matters; the other one won
        }
        if (stored) {
            recent.keep(after);
            return new Taken.Done(after);
        }
        recent.forget(after.id());
        return matters.find(after.id())
                .map(it -> before(it, order).orElseGet(() -> new Taken.Overtaken(it)))
                .orElseGet(Taken.Unknown::new);
    }

    private Optional<Taken> before(Matter current, Order order) {
        return before(current, order.command().act(), order.caller(), order.key());
    }

    /// What this very request came to when it was sent before; whoever took the step may have lost sight of the matter by
    /// it, and is answered all the same.
    Optional<Taken> before(Matter current, Act act, Caller by, Optional<UUID> key) {
        return key.flatMap(it -> matters.taken(current.id(), it))
                .map(before -> {
                    if (!before.act().equals(act.key())) {
                        return new Taken.KeyReused();
                    }
                    return before.last() == current.steps() || Sight.sees(by, current)
                            ? new Taken.Done(current)
                            : new Taken.Past();
                });
    }

    private boolean write(List<Evidence> proof, Matter matter, Caller by, Also also, Write write) {
        if (proof.isEmpty() && also.equals(Also.NOTHING)) {
            return write.run();
        }
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    if (!write.run()) {
                        return false;
                    }
                    if (!attachments.link(matter, by, proof)) {
                        throw new EvidenceMissing();
                    }
                    also.written(matter)
                            .ifPresent(why -> {
                                throw new Undone(why);
                            });
                    return true;
                }));
    }

    private Decision step(Journey journey, Command command, Caller by) {
        return journey.take(command, by, rulebook.rules(journey.matter(), command));
    }

    private void dispatchByRule(Journey journey) {
        var matter = journey.matter();
        dispatching
                .advise(matter, rulebook.playbook(matter), matter.changedAt())
                .filter(DispatchAdvice.Advice::automatic)
                .ifPresent(it -> system(journey, Dispatching.dispatch(it)));
    }

    private void system(Journey journey, Command command) {
        if (!(step(journey, command, Caller.SYSTEM) instanceof Moved)) {
            throw new IllegalStateException(
                    "A rule asked for what the machine refuses: " + command);
        }
    }

    private interface Write {
        boolean run();
    }

    /// Rolls the step back, because what belongs to it could not be written.
    private static final class Undone extends RuntimeException {
        final Refusal why;

        Undone(Refusal why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /// Rolls the step back.
    static final class EvidenceMissing extends RuntimeException {
        EvidenceMissing() {
            super("evidence", null, false, false);
        }
    }
}
