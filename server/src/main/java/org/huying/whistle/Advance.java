package org.huying.whistle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.vault.Step;

/// One write in the making: a whistle as it will stand, the history row that leads to it, and what the others are told.
record Advance(Whistle whistle, Step step, WhistleMoved told) {

    /// A new whistle, whose first row is the call itself.
    static Advance begin(Whistle whistle, Caller by) {
        var said =
                new Step.Said(
                        by.account(),
                        by.name(),
                        WhistleAct.BLOW.key(),
                        "",
                        whistle.stateName().name(),
                        whistle.call().text(),
                        Notes.facts(whistle));
        return of(whistle, whistle.version(), whistle.standing(), said, Optional.empty(), "");
    }

    /// The next version, in which `command` has led to `next`.
    static Advance of(Whistle whistle, Command command, Standing next, Caller by, Instant now) {
        var before = whistle.standing();
        var said =
                new Step.Said(
                        by.account(),
                        by.name(),
                        command.act().key(),
                        WhistleStateName.of(before.state()).name(),
                        WhistleStateName.of(next.state()).name(),
                        Notes.of(command),
                        Notes.facts(command, before, next));
        return of(
                whistle.at(now),
                whistle.version() + 1,
                next,
                said,
                command.about(),
                Notes.moved(command, before, next));
    }

    private static Advance of(
            Whistle whistle,
            int version,
            Standing next,
            Step.Said said,
            Optional<UUID> about,
            String word) {
        var now = whistle.changedAt();
        var id = whistle.id();
        var step =
                Step.link(id.region(), id.value(), whistle.steps() + 1, now, said, whistle.chain());
        var told =
                new WhistleMoved(
                        whistle.id().region(),
                        whistle.id().value(),
                        said.from(),
                        said.to(),
                        said.act(),
                        about.map(UUID::toString).orElse(""),
                        said.actor(),
                        now,
                        word);
        var after =
                new Whistle(
                        whistle.id(), version, whistle.call(), next, now, step.seq(), step.hash());
        return new Advance(after, step, told);
    }
}
