package org.huying.calendar;

/// How time is counted (rules of the field: urgent hours run round the clock, work hours and work days follow the
/// working calendar, natural days run through).
public enum TimeKind {
    MINUTE,
    URGENT_HOUR,
    WORK_HOUR,
    WORK_DAY,
    NATURAL_DAY
}
