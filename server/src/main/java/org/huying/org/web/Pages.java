package org.huying.org.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list that is in memory, by ascending key.
record Pages<T, K extends Comparable<K>>(List<T> items, @Nullable K next) {

    static <T, K extends Comparable<K>> Pages<T, K> of(
            List<T> all, Function<T, K> key, @Nullable K after, int limit) {
        var page =
                all.stream()
                        .filter(one -> after == null || key.apply(one).compareTo(after) > 0)
                        .sorted(java.util.Comparator.comparing(key))
                        .limit(limit + 1L)
                        .toList();
        boolean more = page.size() > limit;
        var shown = page.subList(0, Math.min(limit, page.size()));
        return new Pages<>(shown, more ? key.apply(shown.getLast()) : null);
    }
}
