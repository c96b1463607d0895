package org.huying.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.sheet.Heading;

/// A file that was brought in, and how far its rows have come.
///
/// @param by whose file it is; nobody else sees it
/// @param rows without the heading; `parts` in which they are kept
/// @param mode how its rows are taken; empty until somebody has said
/// @param reached how many parts the phase has been through
/// @param ended when it was over
record Import(
        Id id,
        String kind,
        String name,
        String encoding,
        Heading heading,
        int rows,
        int parts,
        By by,
        State state,
        Optional<Mode> mode,
        Phase phase,
        int reached,
        Count count,
        Instant at,
        Optional<Instant> ended) {

    record Id(String region, UUID value) {

        /// The name for the scheduler.
        String instance() {
            return region + "/" + value;
        }

        static Id of(String instance) {
            var parts = instance.split("/", 2);
            return new Id(parts[0], UUID.fromString(parts[1]));
        }
    }

    record By(UUID account, String name) {

        /// Who is there no more, and may do nothing.
        Caller gone() {
            return new Caller(account, Caller.Kind.STAFF, name, List.of());
        }
    }

    enum State {
        /// Waits for somebody to say how it is to be taken.
        READY,
        RUNNING,
        DONE,
        /// Nothing was taken, because some row was wrong and it was to be all or nothing.
        REFUSED,
        CANCELLED
    }

    enum Mode {
        /// All rows or none.
        ALL,
        /// Whatever is right.
        PARTIAL
    }

    enum Phase {
        /// Every row is looked at and nothing is written.
        CHECK,
        TAKE
    }

    /// What became of the rows so far.
    record Count(int added, int changed, int known, int refused) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Intake.Taken taken, int faulty) {
            return new Count(
                    added + taken.added(),
                    changed + taken.changed(),
                    known + taken.known(),
                    refused + faulty);
        }
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /// With as many rows as there turned out to be.
    Import filled(int rows, int parts) {
        return new Import(
                id, kind, name, encoding, heading, rows, parts, by, state, mode, phase, reached,
                count, at, ended);
    }

    /// The same after one more part.
    Import past(Count now) {
        return with(phase, reached + 1, now);
    }

    Import with(Phase next, int parts, Count now) {
        return new Import(
                id,
                kind,
                name,
                encoding,
                heading,
                rows,
                this.parts,
                by,
                state,
                mode,
                next,
                parts,
                now,
                at,
                ended);
    }

    Import over(State how, Instant now) {
        return new Import(
                id,
                kind,
                name,
                encoding,
                heading,
                rows,
                parts,
                by,
                how,
                mode,
                phase,
                reached,
                count,
                at,
                Optional.of(now));
    }
}
