package org.huying.eventlog;

import java.util.UUID;

/// A place in the log. The transaction number is kept as text: it is an unsigned 64-bit number of the database.
record Cursor(String xid, UUID id) implements Comparable<Cursor> {

    boolean isOfLaterTransaction(Cursor other) {
        return Long.compareUnsigned(number(), other.number()) > 0;
    }

    /// As the database sorts: what is later in the log is greater.
    @Override
    public int compareTo(Cursor other) {
        int written = Long.compareUnsigned(number(), other.number());
        return written != 0 ? written : id.toString().compareTo(other.id.toString());
    }

    private long number() {
        return Long.parseUnsignedLong(xid);
    }
}
