package org.huying.eventlog;

import java.util.UUID;

/// A place in the log. The transaction number is kept as text: it is an unsigned 64-bit number of the database.
record Cursor(String xid, UUID id) {

    boolean isOfLaterTransaction(Cursor other) {
        return Long.compareUnsigned(Long.parseUnsignedLong(xid), Long.parseUnsignedLong(other.xid))
                > 0;
    }
}
