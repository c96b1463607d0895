package org.huying.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A `WHERE` clause of fixed conditions joined by `AND`, some of them optional. Immutable. Conditions are constants of
/// the program; values travel only as named parameters.
///
/// `jdbc.sql("SELECT … WHERE " + where.sql()).params(where.params())`
public final class Where {
    private static final Where ALL = new Where("TRUE", Map.of());

    private final String sql;
    private final Map<String, @Nullable Object> params;

    private Where(String sql, Map<String, @Nullable Object> params) {
        this.sql = sql;
        this.params = params;
    }

    public static Where all() {
        return ALL;
    }

    public Where and(String condition) {
        return new Where(sql + " AND (" + condition + ")", params);
    }

    /// Refuses a parameter name that is already taken.
    public Where and(String condition, String name, Object value) {
        return and(condition).param(name, value);
    }

    public Where andIf(boolean wanted, String condition) {
        return wanted ? and(condition) : this;
    }

    public <T> Where andIf(Optional<T> value, String condition, String name) {
        return value.isPresent() ? and(condition, name, value.get()) : this;
    }

    /// A further parameter of a condition that has several.
    public Where param(String name, Object value) {
        if (params.containsKey(name)) {
            throw new IllegalArgumentException("parameter :" + name + " is used twice");
        }
        var more = new LinkedHashMap<String, @Nullable Object>(params);
        more.put(name, value);
        return new Where(sql, more);
    }

    public String sql() {
        return sql;
    }

    public Map<String, @Nullable Object> params() {
        return new LinkedHashMap<String, @Nullable Object>(params);
    }
}
