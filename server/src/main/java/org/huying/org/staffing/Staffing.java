package org.huying.org.staffing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huying.org.store.Posts;
import org.huying.org.store.Teams;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Service;

/// Where staffing is needed. Places come from memory, held posts by one query; nothing is stored.
@Service
public class Staffing {
    private final Territory territory;
    private final Posts posts;
    private final Teams teams;

    Staffing(Territory territory, Posts posts, Teams teams) {
        this.territory = territory;
        this.posts = posts;
        this.teams = teams;
    }

    /// One post over all places: how many places have a quota, what it asks for, how many hold it and are missing.
    public record Total(String post, int places, int wanted, int held, int vacant) {}

    /// Every post that a quota asks for within an area, by area and post.
    public List<Seat> seats(TerritoryCode within, List<Quota> quotas, Instant at) {
        return seats(territory.within(within, at), quotas, held(within, at));
    }

    /// Pure: quotas × places − held.
    static List<Seat> seats(List<Node> places, List<Quota> quotas, Map<String, Integer> held) {
        return places.stream()
                .flatMap(node ->
                        quotas.stream()
                                .filter(quota -> quota.asks(node))
                                .map(quota -> seat(node, quota, held)))
                .sorted(Comparator.comparing(Seat::key))
                .toList();
    }

    /// One line a post; posts that are held without a quota come with none wanted.
    public List<Total> totals(TerritoryCode within, List<Quota> quotas, Instant at) {
        var held = posts.held(within, TerritoryDay.of(at));
        var totals = new TreeMap<String, Total>();
        for (var count : held) {
            totals.merge(
                    count.key(), new Total(count.key(), 0, 0, count.held(), 0), Staffing::plus);
        }
        for (var seat : seats(territory.within(within, at), quotas, keyed(held))) {
            totals.merge(
                    seat.post(),
                    new Total(seat.post(), 1, seat.quota(), 0, seat.vacant()),
                    Staffing::plus);
        }
        return List.copyOf(totals.values());
    }

    public List<Teams.Count> teams(TerritoryCode within, Instant at) {
        return teams.counts(within, TerritoryDay.of(at));
    }

    private Map<String, Integer> held(TerritoryCode within, Instant at) {
        return keyed(posts.held(within, TerritoryDay.of(at)));
    }

    private static Map<String, Integer> keyed(List<Posts.Count> counts) {
        var held = new HashMap<String, Integer>();
        counts.forEach(count -> held.put(count.area() + "/" + count.key(), count.held()));
        return held;
    }

    private static Seat seat(Node node, Quota quota, Map<String, Integer> held) {
        var key = node.code() + "/" + quota.post();
        return new Seat(
                quota.post(), node.code(), node.name(), quota.count(), held.getOrDefault(key, 0));
    }

    private static Total plus(Total one, Total other) {
        return new Total(
                one.post(),
                one.places() + other.places(),
                one.wanted() + other.wanted(),
                one.held() + other.held(),
                one.vacant() + other.vacant());
    }
}
