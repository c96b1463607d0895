package org.huying.suggest.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.huying.suggest.names.PlaceName.Form;
import org.huying.territory.TerritoryCode;

/// The names of a region's places as a dictionary. Immutable.
public final class Gazetteer {

    private static final double SURE = 0.9;
    private static final double PLAIN = 0.7;

    /// More names than these in one text are no help, and judging all of them would take long.
    private static final int MOST_MENTIONS = 12;

    /// A form that stands in a text, with the places it may mean.
    record Mention(String words, boolean plain, List<TerritoryCode> places) {
        /// Whether one of them lies on the way from the county to `place`, or below it.
        boolean agrees(TerritoryCode place) {
            return places.stream().anyMatch(it -> it.within(place) || place.within(it));
        }

        boolean leadsTo(TerritoryCode place) {
            return places.stream().anyMatch(place::within);
        }
    }

    /// What a text says of the place.
    ///
    /// @param place the deepest place that all readings share; empty when they share none
    /// @param candidates the readings that fit best, by code; more than one is an ambiguity
    /// @param confidence 0 to 1, of each candidate
    /// @param words the names that led there
    public record Found(
            Optional<TerritoryCode> place,
            List<TerritoryCode> candidates,
            double confidence,
            List<String> words) {

        static final Found NOTHING = new Found(Optional.empty(), List.of(), 0, List.of());

        public boolean ambiguous() {
            return candidates.size() > 1;
        }
    }

    private final TerritoryCode county;
    private final List<Form> forms;
    private final List<List<TerritoryCode>> places;
    private final NameScanner scanner;

    private Gazetteer(TerritoryCode county, List<Form> forms, List<List<TerritoryCode>> places) {
        this.county = county;
        this.forms = forms;
        this.places = places;
        this.scanner = NameScanner.of(forms.stream().map(Form::words).toList());
    }

    /// A form that is somebody's full name is never read as another's short one.
    public static Gazetteer of(TerritoryCode county, List<PlaceName> names) {
        var full = new LinkedHashMap<String, TreeSet<TerritoryCode>>();
        var plain = new LinkedHashMap<String, TreeSet<TerritoryCode>>();
        for (var place : names) {
            for (var form : place.forms()) {
                (form.plain() ? plain : full)
                        .computeIfAbsent(form.words(), _ -> new TreeSet<>())
                        .add(place.code());
            }
        }
        var forms = new ArrayList<Form>();
        var places = new ArrayList<List<TerritoryCode>>();
        full.forEach((words, codes) -> {
            forms.add(new Form(words, false));
            places.add(List.copyOf(codes));
        });
        plain.forEach((words, codes) -> {
            if (!full.containsKey(words)) {
                forms.add(new Form(words, true));
                places.add(List.copyOf(codes));
            }
        });
        return new Gazetteer(county, forms, places);
    }

    /// Reads the names in a text. Nested names must agree; a short form counts only when it means one place, by itself
    /// or together with the others.
    public Found find(String text) {
        var mentions = mentions(text);
        if (mentions.isEmpty()) {
            return Found.NOTHING;
        }
        var scores = new HashMap<TerritoryCode, Integer>();
        for (var mention : mentions) {
            for (var place : mention.places()) {
                scores.computeIfAbsent(place, it -> score(it, mentions));
            }
        }
        int best = scores.values().stream().max(Comparator.naturalOrder()).orElse(0);
        var readings =
                scores.keySet().stream()
                        .filter(it -> scores.getOrDefault(it, 0) == best)
                        .sorted()
                        .toList();
        var deepest =
                readings.stream()
                        .filter(it -> readings.stream().noneMatch(other -> below(other, it)))
                        .toList();
        return found(nested(deepest, mentions), mentions);
    }

    private Found found(List<TerritoryCode> readings, List<Mention> mentions) {
        var used = mentions.stream().filter(it -> readings.stream().anyMatch(it::leadsTo)).toList();
        boolean plain = used.stream().allMatch(Mention::plain);
        var shared = shared(readings);
        if (plain && readings.size() > 1 && shared.isEmpty()) {
            return Found.NOTHING; // a short form that may mean anything
        }
        double sure = plain ? PLAIN : SURE;
        return new Found(
                shared,
                readings,
                sure / readings.size(),
                used.stream().map(Mention::words).distinct().toList());
    }

    /// `荆河` alone may be the street or the community of that name within it: then it is the street.
    private static List<TerritoryCode> nested(List<TerritoryCode> deepest, List<Mention> mentions) {
        if (mentions.size() > 1) {
            return deepest;
        }
        var all = mentions.getFirst().places();
        var above =
                all.stream().filter(top -> all.stream().allMatch(it -> it.within(top))).toList();
        return above.isEmpty() ? deepest : List.of(above.getFirst());
    }

    private static int score(TerritoryCode place, List<Mention> mentions) {
        int score = 0;
        for (var mention : mentions) {
            if (mention.leadsTo(place)) {
                score += mention.plain() ? 2 : 4;
            } else if (mention.agrees(place)) {
                score += 1;
            }
        }
        return score;
    }

    private List<Mention> mentions(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var found = new LinkedHashMap<Integer, Mention>();
        for (var hit : scanner.longest(plain)) {
            var form = forms.get(hit.name());
            found.putIfAbsent(
                    hit.name(), new Mention(form.words(), form.plain(), places.get(hit.name())));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Mention::plain))
                .limit(MOST_MENTIONS)
                .toList();
    }

    /// The deepest place around all of them, below the county.
    private Optional<TerritoryCode> shared(List<TerritoryCode> readings) {
        Optional<TerritoryCode> place = Optional.of(readings.getFirst());
        while (place.isPresent()) {
            var around = place.get();
            if (readings.stream().allMatch(it -> it.within(around))) {
                return place.filter(it -> !it.equals(county));
            }
            place = around.parent();
        }
        return place;
    }

    private static boolean below(TerritoryCode place, TerritoryCode other) {
        return !place.equals(other) && place.within(other);
    }
}
