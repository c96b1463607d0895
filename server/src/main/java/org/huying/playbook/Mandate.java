package org.huying.playbook;

import java.util.List;
import java.util.Optional;

/// How long a post or a seat in a team is held, and what nobody holds beside it.
///
/// @param years the term, where the place says one
/// @param notWith keys of posts and teams that the same person may not hold meanwhile
public record Mandate(Optional<Integer> years, List<String> notWith) {

    public static final Mandate FREE = new Mandate(Optional.empty(), List.of());
}
