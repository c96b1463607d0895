package org.huying.insight.sql;

/// The two orders of lists, each total, so that a place in a list is exact.
enum Order {
    NEWEST("reported_at", "<", "DESC"),
    DUE("due", ">", "ASC");

    private final String column;
    private final String sign;
    private final String direction;

    Order(String column, String sign, String direction) {
        this.column = column;
        this.sign = sign;
        this.direction = direction;
    }

    /// The condition for lines of `table` after the place `(:at, :id)`.
    String after(String table) {
        return "(%1$s.%2$s, %1$s.id) %3$s (:at, :id)".formatted(table, column, sign);
    }

    String by(String table) {
        return "ORDER BY %1$s.%2$s %3$s, %1$s.id %3$s".formatted(table, column, direction);
    }
}
