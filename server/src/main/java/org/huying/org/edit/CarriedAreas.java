package org.huying.org.edit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.database.Ids;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.org.OrgNews;
import org.huying.org.store.Bodies;
import org.huying.org.store.Coverages;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryChanged;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Takes posts, teams and what bodies work for along when the places they serve are merged or moved: what was the post of an old code is one of
/// the new code, with the same holders. A place that was split says nothing of whose its posts are; they stay.
@Component
class CarriedAreas implements Consumer {

    private static final Set<String> CARRIES = Set.of("merge", "move");

    private final Territory territory;
    private final Bodies bodies;
    private final Posts posts;
    private final Teams teams;
    private final Coverages coverages;
    private final PostEdits edits;
    private final OrgNews news;

    CarriedAreas(
            Territory territory,
            Bodies bodies,
            Posts posts,
            Teams teams,
            Coverages coverages,
            PostEdits edits,
            OrgNews news) {
        this.territory = territory;
        this.bodies = bodies;
        this.posts = posts;
        this.teams = teams;
        this.coverages = coverages;
        this.edits = edits;
        this.news = news;
    }

    @Override
    public String name() {
        return "org.areas";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TerritoryChanged.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        var changed =
                batch.stream()
                        .filter(it -> CARRIES.contains(it.facts().path("act").asString("")))
                        .collect(
                                Collectors.groupingBy(
                                        StoredFact::region, TreeMap::new, Collectors.toList()));
        if (!changed.isEmpty()) {
            territory.refresh();
        }
        changed.forEach((region, facts) -> carry(region, facts.getLast()));
    }

    private void carry(String region, StoredFact fact) {
        var held = posts.ofRegion(region).stream().filter(it -> it.span().to().isEmpty()).toList();
        var crews = teams.ofRegion(region).stream().filter(it -> it.span().to().isEmpty()).toList();
        var moved = new HashMap<TerritoryCode, Node>();
        var covered = coverages.open(region);
        Stream.of(
                        held.stream().map(Rows.Post::area),
                        crews.stream().map(Rows.Team::area),
                        covered.stream().map(Rows.Coverage::area))
                .flatMap(areas -> areas)
                .distinct()
                .filter(it -> territory.node(it, fact.at()).isEmpty())
                .forEach(area -> {
                    var after = territory.successors(area, fact.at());
                    if (after.size() == 1) {
                        moved.put(area, after.getFirst());
                    }
                });
        if (moved.isEmpty()) {
            return;
        }
        var gone = held.stream().filter(it -> moved.containsKey(it.area())).toList();
        if (!gone.isEmpty()) {
            posts(region, gone, moved);
        }
        teams.move(
                region,
                moved.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().code())));
        coverages(region, covered, moved);
        news.changed(region, fact.subject(), "teams");
    }

    /// A body works on for what its areas have become, each once.
    private void coverages(
            String region, List<Rows.Coverage> covered, Map<TerritoryCode, Node> moved) {
        var gone = covered.stream().filter(it -> moved.containsKey(it.area())).toList();
        var kept = new HashSet<List<Object>>();
        covered.stream()
                .filter(it -> !moved.containsKey(it.area()))
                .forEach(it -> kept.add(line(it, it.area())));
        var byDay =
                gone.stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> node(moved, it.area()).validFrom(),
                                        TreeMap::new,
                                        Collectors.toList()));
        byDay.forEach((day, old) -> {
            coverages.end(region, old.stream().map(Rows.Coverage::id).toList(), day);
            var fresh =
                    old.stream()
                            .filter(it -> kept.add(line(it, node(moved, it.area()).code())))
                            .map(it ->
                                    new Rows.Coverage(
                                            Ids.next(),
                                            it.organisation(),
                                            node(moved, it.area()).code(),
                                            it.industry(),
                                            new Rows.Span(day, Optional.empty())))
                            .toList();
            if (!fresh.isEmpty()) {
                coverages.add(region, fresh);
            }
        });
    }

    private static List<Object> line(Rows.Coverage row, TerritoryCode area) {
        return List.of(row.organisation(), area, row.industry());
    }

    /// The old post ends on the day on which the new one begins.
    private void posts(String region, List<Rows.Post> gone, Map<TerritoryCode, Node> moved) {
        var keys =
                bodies.ofRegion(region).stream()
                        .collect(Collectors.toMap(Rows.Body::id, Rows.Body::key));
        var holders =
                posts.tenures(region).stream()
                        .filter(it -> it.span().to().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Rows.Tenure::post,
                                        Collectors.mapping(
                                                it -> new PostEdits.Holder(it.person(), it.name()),
                                                Collectors.toList())));
        var byDay = new TreeMap<LocalDate, List<Rows.Post>>();
        gone.stream().collect(Collectors.groupingBy(it -> from(moved, it))).forEach(byDay::put);
        byDay.forEach((day, old) -> {
            var entries =
                    old.stream()
                            .filter(it -> keys.containsKey(it.organisation()))
                            .map(it -> entry(it, moved, keys, holders))
                            .toList();
            posts.end(region, old.stream().map(Rows.Post::id).toList(), day);
            edits.save(region, entries, day);
        });
    }

    private static PostEdits.Entry entry(
            Rows.Post post,
            Map<TerritoryCode, Node> moved,
            Map<UUID, String> keys,
            Map<UUID, List<PostEdits.Holder>> holders) {
        return new PostEdits.Entry(
                post.key(),
                post.name(),
                keys.getOrDefault(post.organisation(), ""),
                at(moved, post).code(),
                post.board(),
                holders.getOrDefault(post.id(), List.of()));
    }

    private static Node at(Map<TerritoryCode, Node> moved, Rows.Post post) {
        return node(moved, post.area());
    }

    private static Node node(Map<TerritoryCode, Node> moved, TerritoryCode area) {
        return Objects.requireNonNull(moved.get(area));
    }

    private static LocalDate from(Map<TerritoryCode, Node> moved, Rows.Post post) {
        return at(moved, post).validFrom();
    }
}
