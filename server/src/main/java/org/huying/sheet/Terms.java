package org.huying.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.sheet.Field.Term;

/// The values that can stand in a column, found by their keys and names without walking through them.
public final class Terms {

    /// Any value can.
    public static final Terms NONE = new Terms(List.of());

    private final List<Term> list;
    private final Map<String, Words> words;
    private final Map<String, String> names = new HashMap<>();

    Terms(List<Term> terms) {
        list = List.copyOf(terms);
        words =
                list.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Term::key, Term::name, (one, _) -> one));
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

    Optional<Words> name(String key) {
        return Optional.ofNullable(words.get(key));
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /// The key of what was said, in whatever language and spelling; what is none of the terms stays as it is.
    String key(String said) {
        return has(said) ? said : names.getOrDefault(Field.plain(said), said);
    }
}
