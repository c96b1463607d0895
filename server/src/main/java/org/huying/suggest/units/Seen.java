package org.huying.suggest.units;

/// What was seen of one unit for requests of a kind at a place.
///
/// @param kept how often it kept such a request, older ones counting less
/// @param returned how often it gave one back as not its own
public record Seen(Case what, String unit, double kept, double returned) {}
