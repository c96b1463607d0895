package org.huying.org;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.territory.TerritoryCode;

/// Everything the duty rules of one county are decided from, as it stands in memory: bodies, posts with their holders
/// and the duty list. Each entry says when it held.
record DutyBook(
        Map<UUID, Body> bodies, Map<PostPlace, List<Post>> posts, Map<String, List<Entry>> list) {

    static final String ANY_ITEM = "*";

    /// While something held: from `from` until the day before `to`.
    record Validity(LocalDate from, Optional<LocalDate> to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
        }
    }

    record Body(
            UUID id,
            String name,
            OrganisationKind kind,
            Optional<TerritoryCode> anchor,
            Validity validity) {}

    record PostPlace(String key, TerritoryCode area) {}

    record Post(PostPlace place, String name, UUID unit, Validity validity, List<Tenure> tenures) {}

    record Tenure(UUID person, Validity validity) {}

    /// One line of the duty list: `unit` answers for `subject` (an item, a class or `*`) within `area`. Of equals the
    /// smaller `priority` comes first.
    record Entry(UUID unit, String subject, TerritoryCode area, int priority, Validity validity) {}

    static DutyBook of(List<Body> bodies, List<Post> posts, List<Entry> entries) {
        return new DutyBook(
                bodies.stream().collect(Collectors.toMap(Body::id, Function.identity())),
                posts.stream().collect(Collectors.groupingBy(Post::place)),
                entries.stream().collect(Collectors.groupingBy(Entry::subject)));
    }

    Optional<Body> body(UUID id, LocalDate day) {
        return Optional.ofNullable(bodies.get(id)).filter(body -> body.validity().covers(day));
    }
}
