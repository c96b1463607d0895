package org.huying.calendar;

/// How far the days of a year can be trusted. `PROVISIONAL`: the statutory holidays are known, the make-up workdays
/// not yet announced. `WEEKENDS_ONLY`: no holiday of that year is known; deadlines in it may move.
public enum Coverage {
    OFFICIAL,
    PROVISIONAL,
    WEEKENDS_ONLY
}
