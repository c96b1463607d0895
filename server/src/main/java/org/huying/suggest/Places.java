package org.huying.suggest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huying.playbook.Text;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Where a request lies: what was stated, what the point says, what the names in the text say.
@Component
class Places {

    private static final double STATED = 1;
    private static final double POINT = 0.95;

    /// @param ambiguous the names fit several places
    record Found(List<Suggestions.OfPlace> places, boolean ambiguous) {}

    private record Clue(double confidence, List<Text> reasons) {
        Clue plus(Clue other) {
            var both = new ArrayList<>(reasons);
            both.addAll(other.reasons);
            return new Clue(Math.max(confidence, other.confidence), both);
        }
    }

    private final Territory territory;
    private final Gazetteers gazetteers;

    Places(Territory territory, Gazetteers gazetteers) {
        this.territory = territory;
        this.gazetteers = gazetteers;
    }

    Found of(Request request, int most, Instant now) {
        var clues = new LinkedHashMap<TerritoryCode, Clue>();
        request.area()
                .filter(it -> it.level().compareTo(Level.COUNTY) > 0)
                .ifPresent(it -> add(clues, it, STATED, new Text("已经定在这里", "Stated already")));
        request.point()
                .flatMap(it -> territory.locate(request.region(), it, now))
                .map(Node::code)
                .ifPresent(
                        it -> add(clues, it, POINT, new Text("所报的点落在这里", "The point lies here")));
        var text = request.place() + "\n" + request.title() + "\n" + request.text();
        var named = gazetteers.of(request.region()).find(text);
        var words = String.join("、", named.words());
        for (var candidate : named.candidates()) {
            add(
                    clues,
                    candidate,
                    named.confidence(),
                    new Text("文中提到" + words, "The text names " + words));
        }
        return new Found(places(clues, most, now), named.ambiguous());
    }

    private List<Suggestions.OfPlace> places(
            Map<TerritoryCode, Clue> clues, int most, Instant now) {
        return clues.entrySet().stream()
                .sorted(
                        Map.Entry.<TerritoryCode, Clue>comparingByValue(
                                        Comparator.comparingDouble(Clue::confidence).reversed())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(it ->
                        new Suggestions.OfPlace(
                                it.getKey(),
                                name(it.getKey(), now),
                                it.getValue().confidence(),
                                it.getValue().reasons()))
                .toList();
    }

    private static void add(
            Map<TerritoryCode, Clue> clues, TerritoryCode place, double confidence, Text reason) {
        clues.merge(place, new Clue(confidence, List.of(reason)), Clue::plus);
    }

    String name(TerritoryCode place, Instant now) {
        return territory.path(place, now).stream()
                .filter(it -> it.code().level().compareTo(Level.COUNTY) > 0)
                .map(Node::name)
                .collect(Collectors.joining(" · "));
    }
}
