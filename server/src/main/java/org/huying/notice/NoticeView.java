package org.huying.notice;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A notice in the caller's language.
///
/// @param template stable key of what is told, e.g. `unit-dispatched`
public record NoticeView(
        UUID id,
        UUID matter,
        String number,
        String template,
        String headline,
        String text,
        OffsetDateTime created,
        boolean seen) {}
