package org.huying.playbook.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A YAML document whose values know where they stand. Immutable; maps keep their order.
public sealed interface Tree {

    Spot spot();

    /// What a plain word means. Quoted text is always `TEXT`; of YAML's many spellings only `true`, `false`, `null`
    /// and `~` are special.
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        NOTHING
    }

    /// One word or text.
    ///
    /// @param content where the text itself begins, after a quote or on the line below a `|`
    record Scalar(String text, Kind kind, Spot spot, Spot content) implements Tree {}

    record Listing(List<Tree> parts, Spot spot) implements Tree {
        public Listing {
            parts = List.copyOf(parts);
        }
    }

    record Mapping(Map<String, Entry> entries, Spot spot) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /// A value under its key.
    ///
    /// @param spot where the key stands
    record Entry(Spot spot, Tree value) {}

    /// An empty value standing at `spot`.
    static Tree nothing(Spot spot) {
        return new Scalar("", Kind.NOTHING, spot, spot);
    }

    static Tree text(String text, Spot spot) {
        return new Scalar(text, Kind.TEXT, spot, spot);
    }

    default boolean empty() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }
}
