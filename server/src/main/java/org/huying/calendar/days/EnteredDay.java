package org.huying.calendar.days;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A day that somebody entered for a county: worked or not, whatever the country does.
record EnteredDay(LocalDate day, boolean worked, String why, UUID by, Instant at) {}
