package org.huying.file;

import java.util.List;
import org.huying.access.Caller;
import org.huying.sheet.Field;
import org.huying.sheet.Words;

/// A list that can be brought in by a file. Implemented where the list is kept; found by its being there.
public interface Intake {

    /// The word for it in addresses: `matters`.
    String kind();

    Words name();

    /// What somebody has to hold to bring it in. They bring in rows of the places that they reach with it; [Bounds] says
    /// which those are.
    String permission();

    /// Whether they have to hold it in the whole county, because its rows belong to no smaller area.
    default boolean whole() {
        return false;
    }

    /// How many rows may be taken all at once or not at all, besides the limit of all lists. Where making them ready takes long,
    /// no more than 500: so many are made ready before the transaction begins.
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /// Its columns as the place knows them, in the order of the template.
    List<Field> fields(String region);

    /// The columns by which a row is known again: the same row twice is there once.
    List<String> key();

    /// For the rows of one file.
    ///
    /// @param by with what they may do now
    Taking begin(String region, Caller by);

    /// Takes rows in, some hundred at a time, in their order. Told by one thread after another, never by two at once; what is
    /// ready may be written meanwhile.
    interface Taking {

        /// What is wrong with these rows, changing nothing.
        List<Fault> check(List<Entry> entries);

        /// Everything but the writing, outside of any transaction.
        Ready ready(List<Entry> entries);
    }

    /// Rows that wait to be written.
    interface Ready {

        /// Writes them within the present transaction. A row that is refused is told of and keeps no other from being written;
        /// whatever is thrown undoes them all.
        Taken store();
    }

    /// What became of rows.
    ///
    /// @param known were there already, just so
    /// @param faults of those that were refused
    record Taken(int added, int changed, int known, List<Fault> faults) {
        public Taken {
            faults = List.copyOf(faults);
        }
    }
}
