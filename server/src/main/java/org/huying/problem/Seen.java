package org.huying.problem;

import org.springframework.http.ResponseEntity;

/// The version that a caller saw of what they are about to change: `If-Match: "7"`, or `If-None-Match: *` for what is
/// not there yet (version 0). A handler that takes it answers 428 to whoever names none.
public record Seen(long version) {

    /// Throws `Problem.STALE`, with the version that stands, unless that is the one that was seen.
    public void at(long present) {
        if (present != version) {
            throw Problem.STALE.plain().and("version", present).andHeader("ETag", tag(present));
        }
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /// A thing together with its version, which the next change has to name.
    public static <T> ResponseEntity<T> tagged(long version, T body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /// Done, with nothing to show but the version that stands now.
    public static ResponseEntity<Void> now(long version) {
        return ResponseEntity.noContent().eTag(tag(version)).build();
    }
}
