package org.huying.access.machine;

import java.time.LocalDate;

/// The calls of a machine on a day.
///
/// @param refused those answered with a status of 400 to 499, also for too many calls
/// @param failed those answered with 500 and above
public record Use(LocalDate day, long calls, long refused, long failed) {}
