package org.huying.org.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// One column of many rows, as the array that `unnest` takes.
final class Column {
    private Column() {}

    static <T> UUID[] ids(List<T> rows, Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    static <T> String[] days(List<T> rows, Function<T, LocalDate> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }

    static <T> Boolean[] flags(List<T> rows, Function<T, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    /// Null where a row has none.
    static <T, V> @Nullable V[] maybe(
            List<T> rows, IntFunction<@Nullable V[]> array, Function<T, Optional<V>> value) {
        var column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i)).orElse(null);
        }
        return column;
    }
}
