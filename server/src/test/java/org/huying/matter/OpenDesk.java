package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Command.Evidence;
import org.huying.matter.loop.Matter;
import org.huying.vault.Step;
import org.springframework.boot.test.context.TestComponent;

/// The desk of matters for tests of other packages: what the API does with a request, without its transport.
@TestComponent
public final class OpenDesk {

    private static final Picture PICTURE = new Picture(1, 1, new byte[] {1}, new byte[] {1});

    private final Reception reception;
    private final MatterDesk desk;
    private final Matters matters;
    private final Rulebook rulebook;
    private final Dispatching dispatching;
    private final Upwards upwards;
    private final Merging merging;
    private final Attachments attachments;
    private final Clocks clocks;

    OpenDesk(
            Reception reception,
            MatterDesk desk,
            Matters matters,
            Rulebook rulebook,
            Dispatching dispatching,
            Upwards upwards,
            Merging merging,
            Attachments attachments,
            Clocks clocks) {
        this.reception = reception;
        this.desk = desk;
        this.matters = matters;
        this.rulebook = rulebook;
        this.dispatching = dispatching;
        this.upwards = upwards;
        this.merging = merging;
        this.attachments = attachments;
        this.clocks = clocks;
    }

    /// The clocks of matters.
    @TestComponent
    public static final class Clocks {
        private final AlarmRows rows;
        private final AlarmRound round;

        Clocks(AlarmRows rows, AlarmRound round) {
            this.rows = rows;
            this.round = round;
        }

        private void ring(String region, Collection<UUID> ids) {
            rows.refresh(region, ids);
            int moved = 1;
            while (moved > 0) {
                moved = round.run();
            }
        }
    }

    public Matter report(NewMatter report, Caller by) {
        return reception.receive(report, by, Optional.empty()).matter();
    }

    /// A step that is taken.
    public Matter take(Matter matter, Command command, Caller by) {
        var taken = attempt(matter, command, by);
        assertThat(taken)
                .as("%s of %s by %s", command, matter.report().number(), by.name())
                .isInstanceOf(Taken.Done.class);
        return ((Taken.Done) taken).matter();
    }

    /// Why a step is not taken: the reason of the machine, else `FORBIDDEN` or `UNKNOWN`. The matter stays as it was.
    public String refused(Matter matter, Command command, Caller by) {
        var taken = attempt(matter, command, by);
        assertThat(matters.find(matter.id()))
                .get()
                .extracting(Matter::version)
                .isEqualTo(matter.version());
        return switch (taken) {
            case Taken.Refused(var why) -> why.name();
            case Taken.Forbidden _ -> "FORBIDDEN";
            case Taken.Unknown _ -> "UNKNOWN";
            default -> throw new AssertionError("Not refused: " + taken);
        };
    }

    /// Whom the rules of the playbook would give it to.
    public Command.Dispatch advice(Matter matter) {
        return Dispatching.dispatch(
                dispatching
                        .advise(matter, rulebook.playbook(matter), desk.now())
                        .orElseThrow(() -> new AssertionError("No rule for " + matter.subject())));
    }

    /// The next rung of the ladder.
    public Command.Escalate up(Matter matter, String words) {
        return upwards.next(matter, rulebook.playbook(matter), desk.now(), words).orElseThrow();
    }

    /// Handled on the spot, with what the item asks for.
    public Command.Spot spot(Matter matter, UUID unit, String words, Caller by) {
        return new Command.Spot(unit, by.account(), words, proof(matter, Act.HANDLE, by));
    }

    /// What the item asks for as a proof of a step, uploaded by this caller.
    public List<Evidence> proof(Matter matter, Act act, Caller by) {
        return rulebook.standard(matter).evidence().getOrDefault(act.key(), List.of()).stream()
                .map(kind -> new Evidence(kind, picture(matter.id().region(), by)))
                .toList();
    }

    public UUID picture(String region, Caller by) {
        return attachments.add(region, by, PICTURE).orElseThrow();
    }

    /// The same as another one.
    public Matter merge(Matter child, Matter into, Caller by) {
        var command = new Command.Merge(into.id().value(), merging.fit(child, into), "同一件事");
        var order =
                new MatterDesk.Order(
                        child.id(),
                        command,
                        by,
                        child.version(),
                        Optional.empty(),
                        after -> merging.absorbed(into.id(), after, by));
        return ((Taken.Done) desk.take(order)).matter();
    }

    public Matter now(Matter matter) {
        return matters.find(matter.id()).orElseThrow();
    }

    /// What was done, in order.
    public List<String> acts(Matter matter) {
        return steps(matter).stream().map(Step::act).toList();
    }

    public List<Step> steps(Matter matter) {
        return matters.steps(matter.id());
    }

    /// Lets the clocks of these matters of one county ring as far as the time has come.
    public void ring(Collection<Matter> some) {
        some.stream()
                .map(Matter::id)
                .collect(
                        Collectors.groupingBy(
                                MatterId::region,
                                Collectors.mapping(MatterId::value, Collectors.toList())))
                .forEach(clocks::ring);
    }

    private Taken attempt(Matter matter, Command command, Caller by) {
        return desk.take(
                new MatterDesk.Order(matter.id(), command, by, matter.version(), Optional.empty()));
    }
}
