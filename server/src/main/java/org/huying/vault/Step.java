package org.huying.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

/// One row of a history, chained by hash to the row before it. Appended, never edited.
///
/// @param subject whose history it is
/// @param seq from 1
/// @param from state name before, empty for the first row
/// @param facts JSON text, kept to the letter because the hash covers it
public record Step(
        String region,
        UUID subject,
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
    public record Said(
            UUID actor,
            String actorName,
            String act,
            String from,
            String to,
            String note,
            String facts) {}

    /// The row that follows one with the hash `before`.
    public static Step link(
            String region, UUID subject, int seq, Instant at, Said said, byte[] before) {
        var unlinked =
                new Step(
                        region,
                        subject,
                        seq,
                        at,
                        said.actor(),
                        said.actorName(),
                        said.act(),
                        said.from(),
                        said.to(),
                        said.note(),
                        said.facts(),
                        before);
        return unlinked.withHash(unlinked.hashAfter(before));
    }

    /// A stored row; `subject` is the column that says whose history it is.
    public static Step read(ResultSet row, String subject) throws SQLException {
        return new Step(
                row.getString("region"),
                row.getObject(subject, UUID.class),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("note"),
                row.getString("facts"),
                row.getBytes("hash"));
    }

    /// The hash this row must carry when its predecessor carries `before`.
    public byte[] hashAfter(byte[] before) {
        return Chain.link(
                before,
                region,
                subject.toString(),
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
                region, subject, seq, at, actor, actorName, act, from, to, note, facts, value);
    }

    /// Short form for messages: `seq act hash…`.
    @Override
    public String toString() {
        return seq + " " + act + " " + HexFormat.of().formatHex(hash, 0, 4);
    }
}
