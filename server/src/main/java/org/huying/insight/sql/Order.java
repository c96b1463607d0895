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

    /// The condition for lines after the place `(:at, :id)`.
    String after() {
        return "(m.%s, m.id) %s (:at, :id)".formatted(column, sign);
    }

    String by() {
        return "ORDER BY m.%s %s, m.id %s".formatted(column, direction, direction);
    }
}
