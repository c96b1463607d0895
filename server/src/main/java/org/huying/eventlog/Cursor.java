package org.huying.eventlog;

import java.util.UUID;

/// A place in the log. The transaction number is kept as text: it is an unsigned 64-bit number of the database.
record Cursor(String xid, UUID id) {}
