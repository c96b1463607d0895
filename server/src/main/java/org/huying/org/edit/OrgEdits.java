package org.huying.org.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.org.OrgNews;
import org.huying.org.OrganisationKind;
import org.huying.org.store.Bodies;
import org.huying.org.store.Rows.Body;
import org.huying.org.store.Rows.Span;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Creates, changes and ends organisations. Their ids stay; what they were called and belonged to before is kept.
@Service
public class OrgEdits {
    private final Bodies bodies;
    private final OrgNews news;

    OrgEdits(Bodies bodies, OrgNews news) {
        this.bodies = bodies;
        this.news = news;
    }

    /// A body as it shall be from now on; found again by `key`. `parent` is the key of another, perhaps of this batch.
    public record Entry(
            String key,
            String name,
            OrganisationKind kind,
            Optional<String> parent,
            Optional<TerritoryCode> anchor) {}

    /// What an import did, with the ids of all its bodies by key.
    public record Outcome(int added, int changed, Map<String, UUID> ids) {}

    /// Adds the bodies whose key is new and changes the others where they differ. Running it twice changes nothing.
    @Transactional
    public Outcome save(String region, List<Entry> entries, LocalDate from) {
        var known =
                bodies.ofRegion(region).stream().collect(Collectors.toMap(Body::key, one -> one));
        var ids = new HashMap<String, UUID>();
        known.forEach((key, body) -> ids.put(key, body.id()));
        entries.forEach(entry -> ids.computeIfAbsent(entry.key(), _ -> Ids.next()));
        var added = new LinkedHashMap<String, Body>();
        var changed = new LinkedHashMap<String, Body>();
        for (var entry : entries) {
            var wanted = body(entry, ids, Optional.ofNullable(known.get(entry.key())), from);
            var before = known.get(entry.key());
            if (before == null) {
                added.put(entry.key(), wanted);
            } else if (!before.equals(wanted)) {
                changed.put(entry.key(), wanted);
            }
        }
        store(region, List.copyOf(added.values()), List.copyOf(changed.values()), from);
        var named = new LinkedHashMap<String, UUID>();
        entries.forEach(
                entry -> named.put(entry.key(), Objects.requireNonNull(ids.get(entry.key()))));
        return new Outcome(added.size(), changed.size(), named);
    }

    /// Ends a body. Throws `Problem.STALE` when it is no longer at `version`.
    @Transactional
    public void end(String region, UUID id, long version, LocalDate day) {
        if (bodies.end(region, id, version, day) == 0) {
            throw Problem.STALE.plain();
        }
        news.changed(region, id, "organisations");
    }

    private void store(String region, List<Body> added, List<Body> changed, LocalDate from) {
        if (!added.isEmpty()) {
            bodies.add(region, added);
        }
        if (!changed.isEmpty() && bodies.change(region, changed, from) != changed.size()) {
            throw Problem.STALE.plain();
        }
        var all = new ArrayList<>(added);
        all.addAll(changed);
        if (!all.isEmpty()) {
            news.changed(region, all.getFirst().id(), "organisations");
        }
    }

    private static Body body(
            Entry entry, Map<String, UUID> ids, Optional<Body> before, LocalDate from) {
        var parent = entry.parent().map(key -> parent(entry, key, ids));
        return new Body(
                Objects.requireNonNull(ids.get(entry.key())),
                entry.key(),
                entry.name(),
                entry.kind(),
                parent,
                entry.anchor(),
                before.map(Body::span).orElse(new Span(from, Optional.empty())),
                before.map(Body::version).orElse(1L));
    }

    private static UUID parent(Entry entry, String key, Map<String, UUID> ids) {
        var id = ids.get(key);
        if (id == null || key.equals(entry.key())) {
            throw Problem.REFUSED.with(
                    "机构 " + entry.key() + " 的上级 " + key + " 不存在",
                    "The parent " + key + " of " + entry.key() + " does not exist");
        }
        return id;
    }
}
