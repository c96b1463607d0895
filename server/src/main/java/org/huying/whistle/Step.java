package org.huying.whistle;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.vault.Chain;

/// One row of a whistle's history, chained by hash to the row before it. Appended, never edited.
///
/// @param seq from 1
/// @param from the whistle's state before, empty for the first row; what happened to a unit is in `facts`
/// @param facts JSON text, kept to the letter because the hash covers it
record Step(
        String region,
        UUID whistle,
        int seq,
        Instant at,
        UUID actor,
        String actorName,
        String act,
        String from,
        String to,
        String note,
        String facts,
        byte[] hash) {

    /// What a step says before it is linked into the chain.
    record Said(Caller by, WhistleAct act, String from, String to, String note, String facts) {}

    static Step link(WhistleId whistle, int seq, Instant at, Said said, byte[] before) {
        var by = said.by();
        var unlinked =
                new Step(
                        whistle.region(),
                        whistle.value(),
                        seq,
                        at,
                        by.account(),
                        by.name(),
                        said.act().key(),
                        said.from(),
                        said.to(),
                        said.note(),
                        said.facts(),
                        before);
        return unlinked.withHash(unlinked.hashAfter(before));
    }

    /// The hash this row must carry when its predecessor carries `before`.
    byte[] hashAfter(byte[] before) {
        return Chain.link(
                before,
                region,
                whistle.toString(),
                Integer.toString(seq),
                Long.toString(at.toEpochMilli()),
                actor.toString(),
                actorName,
                act,
                from,
                to,
                note,
                facts);
    }

    private Step withHash(byte[] value) {
        return new Step(
                region, whistle, seq, at, actor, actorName, act, from, to, note, facts, value);
    }

    /// Short form for messages: `seq act hash…`.
    @Override
    public String toString() {
        return seq + " " + act + " " + HexFormat.of().formatHex(hash, 0, 4);
    }
}
