package org.huying.eventlog;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the log along, for whoever shows what happens and stores nothing of it: no cursor is kept, nothing is owed, and
/// whoever looks away for long has missed something.
@Component
public class Tail {
    /// What the text of a place looks like.
    public static final String FORM = "[0-9]{1,20}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Pattern PLACE = Pattern.compile(FORM);

    private final Log log;
    private final TransactionTemplate transaction;

    Tail(Log log, TransactionTemplate transaction) {
        this.log = log;
        this.transaction = transaction;
    }

    /// A place in the log; those of a restored log mean nothing any more.
    public record Place(String xid, UUID id) implements Comparable<Place> {
        /// Before everything.
        public static final Place START = new Place("0", new UUID(0, 0));

        /// Reads what `toString` wrote; throws `IllegalArgumentException` for anything else.
        public static Place of(String text) {
            if (!PLACE.matcher(text).matches()) {
                throw new IllegalArgumentException("Not a place in the log");
            }
            int dash = text.indexOf('-');
            var xid = Long.toUnsignedString(Long.parseUnsignedLong(text, 0, dash, 10));
            return new Place(xid, UUID.fromString(text.substring(dash + 1)));
        }

        @Override
        public int compareTo(Place other) {
            int written = Long.compareUnsigned(number(), other.number());
            return written != 0 ? written : id.toString().compareTo(other.id.toString());
        }

        private long number() {
            return Long.parseUnsignedLong(xid);
        }

        @Override
        public String toString() {
            return xid + "-" + id;
        }
    }

    /// A fact and where it stands.
    public record Read(Place place, StoredFact fact) {}

    /// The newest facts that can be read, at most so many, oldest first.
    public List<Read> newest(int most) {
        return log.newest(most).stream().map(Tail::read).toList();
    }

    /// What can be read after a place, oldest first, some hundreds at most. With a connection in hand before it waits for
    /// its turn at the newest stretch, as consumers do: whoever had the turn and waited for a connection would hold up
    /// those who have all of them.
    public List<Read> after(Place place) {
        var cursor = new Cursor(place.xid(), place.id());
        return Objects.requireNonNull(transaction.execute(_ -> log.after(cursor, Log.BATCH)))
                .stream()
                .map(Tail::read)
                .toList();
    }

    private static Read read(Log.Entry entry) {
        return new Read(new Place(entry.xid(), entry.fact().id()), entry.fact());
    }
}
