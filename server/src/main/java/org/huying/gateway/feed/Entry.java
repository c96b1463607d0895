package org.huying.gateway.feed;

import java.time.Instant;
import java.util.UUID;

/// One matter in a feed.
///
/// @param title one line: what and where, or what was said where the place publishes words
/// @param text how far it is, in a sentence that can be read out
/// @param item what it is about, by the place's name for it
record Entry(UUID id, String title, String text, String item, Instant at, Instant changed) {}
