package org.huying.gateway.partner;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What two sides say of one day, compared. Pure.
///
/// @param theirs orders they say they sent
/// @param ours orders we have of that day
/// @param sent results we delivered that day
/// @param received orders they say a result has come for
record Comparison(Set<String> theirs, Set<String> ours, Set<String> sent, Set<String> received) {

    Comparison {
        theirs = Set.copyOf(theirs);
        ours = Set.copyOf(ours);
        sent = Set.copyOf(sent);
        received = Set.copyOf(received);
    }

    /// The words are public; add, never rename.
    enum Kind {
        /// They sent an order that is not here.
        ORDER_MISSING_HERE,
        /// We have an order that they do not name.
        ORDER_UNKNOWN_THERE,
        /// We delivered a result that they do not have.
        RESULT_MISSING_THERE,
        /// They have a result that we never had to send.
        RESULT_UNKNOWN_HERE;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Difference(Kind kind, String number) {}

    /// @param known those of their numbers that are here, of whatever day
    /// @param resulted those of their numbers that have a result here, sent or not, of whatever day
    List<Difference> differences(Collection<String> known, Collection<String> resulted) {
        var missing = less(theirs, ours, known);
        return Stream.of(
                        listed(Kind.ORDER_MISSING_HERE, missing),
                        listed(Kind.ORDER_UNKNOWN_THERE, less(ours, theirs, Set.of())),
                        listed(Kind.RESULT_MISSING_THERE, less(sent, received, Set.of())),
                        listed(Kind.RESULT_UNKNOWN_HERE, less(received, sent, resulted)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Difference> listed(Kind kind, Set<String> numbers) {
        return numbers.stream().map(it -> new Difference(kind, it)).toList();
    }

    private static Set<String> less(Set<String> all, Set<String> first, Collection<String> second) {
        var left = new TreeSet<>(all);
        left.removeAll(first);
        second.forEach(left::remove);
        return left;
    }
}
