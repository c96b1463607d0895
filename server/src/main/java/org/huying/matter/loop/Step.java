package org.huying.matter.loop;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.Act;
import org.huying.matter.MatterId;
import org.huying.vault.Chain;

/// One row of a matter's history, chained by hash to the row before it. Appended, never edited.
///
/// @param seq from 1
/// @param from state name before, empty for the first row
/// @param facts JSON text, kept to the letter because the hash covers it
public record Step(
        String region,
        UUID matter,
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
    public record Said(Caller by, Act act, String from, String to, String note, String facts) {}

    public static Step link(MatterId matter, int seq, Instant at, Said said, byte[] before) {
        var by = said.by();
        var unlinked =
                new Step(
                        matter.region(),
                        matter.value(),
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
    public byte[] hashAfter(byte[] before) {
        return Chain.link(
                before,
                region,
                matter.toString(),
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
                region, matter, seq, at, actor, actorName, act, from, to, note, facts, value);
    }

    /// Short form for messages: `seq act hash…`.
    @Override
    public String toString() {
        return seq + " " + act + " " + HexFormat.of().formatHex(hash, 0, 4);
    }
}
