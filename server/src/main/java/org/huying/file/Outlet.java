package org.huying.file;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.huying.access.Caller;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.Field.Term;
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
    List<Filter> filters(String region);

    /// What somebody has to hold to have names and numbers of people in it in plain; empty where it has none of them.
    default Optional<String> personal() {
        return Optional.empty();
    }

    /// The lines that the caller may see, masked as in the list itself, read as they are written.
    Lines<?> open(Asked asked);

    /// One of the things that a list is narrowed by.
    ///
    /// @param pattern of the values that are taken
    /// @param terms those that there are, to choose from; empty where that is free
    record Filter(String key, Words name, String pattern, List<Term> terms) {

        public Filter {
            terms = List.copyOf(terms);
        }

        public Filter(String key, Words name, String pattern) {
            this(key, name, pattern, List.of());
        }

        /// One of these values and nothing else.
        ///
        /// @param keyOf the word for a value in addresses
        /// @param said what people call it
        public static <T> Filter oneOf(
                String key,
                Words name,
                Collection<T> values,
                Function<T, String> keyOf,
                BiFunction<T, Language, String> said) {
            var terms =
                    values.stream()
                            .map(it ->
                                    new Term(
                                            keyOf.apply(it),
                                            new Words(
                                                    said.apply(it, Language.ZH),
                                                    said.apply(it, Language.EN))))
                            .toList();
            var pattern = terms.stream().map(it -> Pattern.quote(it.key())).collect(joining("|"));
            return new Filter(key, name, pattern, terms);
        }

        /// The same that takes what its terms do not have any more, too.
        public Filter orAny(String pattern) {
            return new Filter(key, name, pattern, terms);
        }
    }

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
