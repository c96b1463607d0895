package org.huying.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.sheet.Field.Term;

/// The values that can stand in a column, found by their keys and names without walking through them.
public final class Terms {

    /// Any value can.
    public static final Terms NONE = new Terms(List.of());

    private final List<Term> list;
    private final Set<String> keys;
    private final Map<String, String> names = new HashMap<>();

    Terms(List<Term> terms) {
        list = List.copyOf(terms);
        keys = list.stream().map(Term::key).collect(Collectors.toUnmodifiableSet());
        for (var term : list) {
            names.putIfAbsent(Field.plain(term.name().zh()), term.key());
            names.putIfAbsent(Field.plain(term.name().en()), term.key());
        }
        list.forEach(it -> names.put(Field.plain(it.key()), it.key()));
    }

    /// In the order of the dictionary.
    public List<Term> list() {
        return list;
    }

    boolean has(String key) {
        return keys.contains(key);
    }

    /// The key of what was said, in whatever language and spelling; what is none of the terms stays as it is.
    String key(String said) {
        return keys.contains(said) ? said : names.getOrDefault(Field.plain(said), said);
    }
}
