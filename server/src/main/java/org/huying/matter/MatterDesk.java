package org.huying.matter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Command.Evidence;
import org.huying.matter.Decision.Moved;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes matters through the loop: asks the machine, and writes what it allows in one statement. A matter that was
/// touched lately is kept in memory; the version in the statement makes sure that nothing is decided on old news.
@Service
class MatterDesk {

    private final Matters matters;
    private final Playbooks playbooks;
    private final Dispatching dispatching;
    private final Attachments attachments;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WorkCalendar calendar;
    private final Cache<MatterId, Matter> recent =
            Caffeine.newBuilder().maximumSize(20_000).build();

    MatterDesk(
            Matters matters,
            Playbooks playbooks,
            Dispatching dispatching,
            Attachments attachments,
            TransactionTemplate transaction,
            Clock clock) {
        this.matters = matters;
        this.playbooks = playbooks;
        this.dispatching = dispatching;
        this.attachments = attachments;
        this.transaction = transaction;
        this.clock = clock;
        this.calendar = WorkCalendar.china();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Stores a report and does at once what the playbook does by itself. Empty when `requestKey` was used before.
    Optional<Matter> open(
            Matter reported, Caller by, List<UUID> pictures, Optional<UUID> requestKey) {
        var journey = begun(reported, by);
        var opened = journey.matter();
        var proof = pictures.stream().map(id -> new Evidence("report", id)).toList();
        boolean stored =
                write(proof, opened, by, () -> matters.insert(opened, journey.steps(), requestKey));
        if (stored) {
            recent.put(opened.id(), opened);
        }
        return stored ? Optional.of(opened) : Optional.empty();
    }

    /// A report and what the playbook does with it by itself; nothing is stored.
    Journey begun(Matter reported, Caller by) {
        var playbook = playbookOf(reported);
        var journey = Journey.begin(reported, by, Notes.json(Map.of()));
        if (playbook.matter().acceptAutomatically() && reported.subject().item().isPresent()) {
            system(journey, new Command.Accept(), playbook);
            dispatchByRule(journey, playbook);
        }
        return journey;
    }

    /// Takes one step.
    ///
    /// @param expected the version the caller saw
    /// @param key digest of caller and Idempotency-Key; a step sent twice is taken once
    Taken take(MatterId id, Command command, Caller caller, int expected, Optional<UUID> key) {
        var found =
                Optional.ofNullable(recent.getIfPresent(id)).filter(it -> it.version() == expected);
        var matter = found.or(() -> matters.find(id)).orElse(null);
        if (matter == null || !Sight.sees(caller, matter)) {
            return new Taken.Unknown();
        }
        if (!Sight.may(caller, command.act(), matter)) {
            return new Taken.Forbidden();
        }
        if (matter.version() != expected) {
            return overtaken(matter, command, key);
        }
        var playbook = playbookOf(matter);
        var journey = Journey.of(matter, now());
        var decision = step(journey, command, caller, playbook);
        if (decision instanceof Decision.Refused(var why)) {
            return new Taken.Refused(why);
        }
        if (command instanceof Command.Accept) {
            dispatchByRule(journey, playbook);
        }
        return store(journey, command, caller, key);
    }

    Optional<Matter> find(MatterId id) {
        return matters.find(id);
    }

    Playbook playbookOf(Matter matter) {
        return playbooks.pinned(matter.report().playbook(), matter.report().playbookVersion());
    }

    Optional<Dispatching.Advice> advice(Matter matter) {
        return dispatching.advise(matter, playbookOf(matter), now());
    }

    StageClock.Limits limits(Playbook playbook, Optional<String> item) {
        return new StageClock.Limits(
                item.flatMap(playbook::item).map(Item::limits).orElse(Map.of()), calendar::due);
    }

    private Taken store(Journey journey, Command command, Caller by, Optional<UUID> key) {
        var after = journey.matter();
        boolean stored;
        try {
            stored =
                    write(
                            command.proof(),
                            after,
                            by,
                            () -> matters.advance(after, journey.steps(), key));
        } catch (EvidenceMissing e) {
            return new Taken.EvidenceUnknown();
        }
        if (stored) {
            recent.put(after.id(), after);
            return new Taken.Done(after);
        }
        recent.invalidate(after.id());
        return matters.find(after.id())
                .map(current -> overtaken(current, command, key))
                .orElseGet(Taken.Unknown::new);
    }

    /// A step that this very request took before counts as done; anything else was somebody faster.
    private Taken overtaken(Matter current, Command command, Optional<UUID> key) {
        var before = key.flatMap(it -> matters.taken(current.id(), it));
        if (before.isEmpty()) {
            return new Taken.Stale(current);
        }
        return before.get().equals(command.act().key())
                ? new Taken.Done(current)
                : new Taken.KeyReused();
    }

    private boolean write(List<Evidence> proof, Matter matter, Caller by, Write write) {
        if (proof.isEmpty()) {
            return write.run();
        }
        return Boolean.TRUE.equals(
                transaction.execute(status -> {
                    if (!write.run()) {
                        return false;
                    }
                    if (!attachments.link(matter, by, proof)) {
                        throw new EvidenceMissing();
                    }
                    return true;
                }));
    }

    private Decision step(Journey journey, Command command, Caller by, Playbook playbook) {
        var matter = journey.matter();
        var subject = Subjects.after(matter.subject(), command);
        var item = subject.item().flatMap(playbook::item);
        return journey.take(
                command,
                by,
                Standard.of(playbook, item),
                limits(playbook, subject.item()),
                subject,
                Notes.facts(command));
    }

    private void dispatchByRule(Journey journey, Playbook playbook) {
        dispatching
                .advise(journey.matter(), playbook, journey.matter().changedAt())
                .filter(Dispatching.Advice::automatic)
                .ifPresent(it ->
                        system(
                                journey,
                                new Command.Dispatch(it.unit(), it.person(), it.why()),
                                playbook));
    }

    private void system(Journey journey, Command command, Playbook playbook) {
        if (!(step(journey, command, Caller.SYSTEM, playbook) instanceof Moved)) {
            throw new IllegalStateException(
                    "A rule asked for what the machine refuses: " + command);
        }
    }

    private interface Write {
        boolean run();
    }

    /// Rolls the step back.
    static final class EvidenceMissing extends RuntimeException {
        EvidenceMissing() {
            super("evidence", null, false, false);
        }
    }
}
