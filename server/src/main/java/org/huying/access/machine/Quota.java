package org.huying.access.machine;

/// How many calls a machine may make. On several nodes each counts its own minute, and a day is known to a few seconds.
///
/// @param perMinute in a minute of the clock; 0 is no limit
/// @param perDay on a day of the product's zone; 0 is no limit
public record Quota(int perMinute, int perDay) {}
