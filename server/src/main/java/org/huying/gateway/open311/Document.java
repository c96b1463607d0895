package org.huying.gateway.open311;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huying.gateway.sending.Characters;

/// What an answer says, before it is written as XML or JSON. The two say the same by the specification's rule: a name for
/// every element, arrays where elements repeat, nothing at all where a text is empty.
sealed interface Document {

    /// A text; characters that XML cannot carry are left out, halves of characters are replaced.
    record Words(String text) implements Document {
        public Words {
            text = Characters.clean(text);
        }
    }

    record Amount(BigDecimal number) implements Document {}

    record Truth(boolean holds) implements Document {}

    record Nothing() implements Document {}

    /// In the order in which they were put in.
    record Parts(Map<String, Document> parts) implements Document {
        public Parts {
            parts = new LinkedHashMap<>(parts);
        }

        static Parts of() {
            return new Parts(Map.of());
        }

        Parts with(String name, Document value) {
            var more = new LinkedHashMap<>(parts);
            more.put(name, value);
            return new Parts(more);
        }

        Parts with(String name, String text) {
            return with(name, words(text));
        }
    }

    /// Elements of one name.
    ///
    /// @param each the name of every element
    record Rows(String each, List<? extends Document> all) implements Document {
        public Rows {
            all = List.copyOf(all);
        }
    }

    static Document words(String text) {
        return text.isEmpty() ? new Nothing() : new Words(text);
    }

    static Document number(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    /// Degrees, to a tenth of a metre.
    static Document degrees(double degrees) {
        var exact = BigDecimal.valueOf(Math.round(degrees * 1e6), 6).stripTrailingZeros();
        return new Amount(exact.scale() < 0 ? exact.setScale(0) : exact);
    }
}
