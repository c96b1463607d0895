package org.huying.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.RowWriter;
import org.huying.sheet.Words;

/// A list that can be taken away as a file. Implemented where the list is kept; found by its being there.
public interface Outlet {

    /// The word for it in addresses: `matters`.
    String kind();

    Words name();

    /// What somebody has to hold somewhere; how far they reach with it is how far the list goes.
    String permission();

    /// Whether they have to hold it in the whole county, because its lines belong to no smaller area.
    default boolean whole() {
        return false;
    }

    /// What the list can be narrowed by.
    List<Filter> filters();

    /// What somebody has to hold to have names and numbers of people in it in plain; empty where it has none of them.
    default Optional<String> personal() {
        return Optional.empty();
    }

    /// The lines that the caller may see, masked as in the list itself, read as they are written.
    Lines<?> open(Asked asked);

    /// One of the things that a list is narrowed by.
    ///
    /// @param pattern of the values that are taken
    record Filter(String key, Words name, String pattern) {}

    /// Who asks for what.
    ///
    /// @param filter values by the keys of the filters, each fitting its pattern
    /// @param plain names and numbers of people in plain, of lines within the caller's reach with [#personal]
    record Asked(
            String region,
            Caller caller,
            Map<String, String> filter,
            boolean plain,
            Language language) {

        public Asked {
            filter = Map.copyOf(filter);
        }

        public Optional<String> value(String key) {
            return Optional.ofNullable(filter.get(key));
        }
    }

    /// Lines and how they are written.
    record Lines<T>(ExcelSheet<T> sheet, Iterator<T> lines) {

        void write(OutputStream out, RowWriter.Format format, ExcelSheet.Cut cut)
                throws IOException {
            sheet.write(out, format, lines, cut);
        }
    }
}
