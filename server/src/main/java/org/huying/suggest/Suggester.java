package org.huying.suggest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.huying.database.Snapshots;
import org.huying.matter.DispatchAdvice.Advice;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.suggest.Suggestions.OfItem;
import org.huying.suggest.Suggestions.OfPlace;
import org.huying.suggest.Suggestions.OfUnit;
import org.huying.suggest.text.Grams;
import org.huying.suggest.text.TextModel;
import org.huying.suggest.units.Case;
import org.huying.suggest.units.UnitModel;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;

/// Suggests item, unit and place of a request, with reasons. Answers come from memory. It only says what it thinks:
/// nothing is ever done by it.
@Service
public class Suggester {

    static final int MOST = 3;
    private static final int MOST_WORDS = 4;
    private static final double FAINT = 0.01;

    /// What one candidate item contributes to the units.
    private record Share(UnitModel.Guess guess, OfItem item, Optional<Advice> advice) {
        double weight() {
            return item.confidence() * guess.share();
        }
    }

    private final Snapshots<Models.Texts> texts;
    private final Snapshots<UnitModel> units;
    private final Places places;
    private final RuleAdvice rules;
    private final Playbooks playbooks;
    private final Organisations organisations;
    private final Clock clock;

    Suggester(
            Snapshots<Models.Texts> texts,
            Snapshots<UnitModel> units,
            Places places,
            RuleAdvice rules,
            Playbooks playbooks,
            Organisations organisations,
            Clock clock) {
        this.texts = texts;
        this.units = units;
        this.places = places;
        this.rules = rules;
        this.playbooks = playbooks;
        this.organisations = organisations;
        this.clock = clock;
    }

    /// Everything there is to say about a request.
    public Suggestions suggest(Request request) {
        var now = clock.instant();
        var found = places.of(request, MOST, now);
        var place = place(request, found);
        var playbook = playbooks.current(place, now);
        var items = items(request, place, playbook, _ -> true);
        return new Suggestions(
                items,
                units(request, items, place, playbook, now),
                found.places(),
                found.ambiguous());
    }

    /// Only items that residents may choose.
    public List<OfItem> forResidents(Request request) {
        var now = clock.instant();
        var place = place(request, places.of(request, MOST, now));
        var playbook = playbooks.current(place, now);
        return items(request, place, playbook, item -> item.more().forResidents());
    }

    /// Where it lies as far as that is sure; the county while nothing is.
    private static TerritoryCode place(Request request, Places.Found found) {
        var area =
                found.ambiguous() && request.area().isEmpty()
                        ? shared(found.places())
                        : first(found.places());
        return area.orElseGet(() -> TerritoryCode.of(request.region()));
    }

    private List<OfItem> items(
            Request request, TerritoryCode place, Playbook playbook, Predicate<Item> offered) {
        var stated = request.item().flatMap(playbook::item);
        if (stated.isPresent()) {
            var reason = new Text("已经归到这一项", "Classified already");
            return List.of(item(stated.get(), 1, List.of(reason)));
        }
        var model = model(place, playbook);
        return model.rank(Grams.of(request.title(), request.text())).stream()
                .flatMap(guess ->
                        playbook.item(guess.item()).filter(offered).stream()
                                .map(item ->
                                        item(
                                                item,
                                                guess.confidence(),
                                                words(model, item, request))))
                .filter(it -> it.confidence() >= FAINT)
                .limit(MOST)
                .toList();
    }

    /// A changed catalogue is learned when it is first asked for. A town with a playbook of its own has a model of its own.
    private TextModel model(TerritoryCode place, Playbook playbook) {
        var county = TerritoryCode.of(place.region());
        boolean ofCounty = playbooks.current(county, clock.instant()).key().equals(playbook.key());
        var key = (ofCounty ? county : place.at(Level.STREET)).value();
        var known = texts.of(key);
        if (!known.knows(playbook)) {
            texts.changed(key);
            known = texts.of(key);
        }
        return known.model();
    }

    private static List<Text> words(TextModel model, Item item, Request request) {
        var words = model.words(item.key(), request.title(), request.text(), MOST_WORDS);
        if (words.isEmpty()) {
            return List.of(new Text("整段文字与它相近", "The text as a whole resembles it"));
        }
        var said = String.join("、", words);
        return List.of(new Text("文中的“" + said + "”多见于这一项", "Words that speak for it: " + said));
    }

    private static OfItem item(Item item, double confidence, List<Text> reasons) {
        return new OfItem(item.key(), item.name(), item.itemClass(), confidence, reasons);
    }

    private List<OfUnit> units(
            Request request,
            List<OfItem> items,
            TerritoryCode place,
            Playbook playbook,
            Instant now) {
        var catalogue = new Catalogue(playbook);
        var model = units.of(request.region());
        var shares = new HashMap<String, List<Share>>();
        for (var item : items) {
            var advice =
                    playbook.item(item.item())
                            .flatMap(it -> rules.of(request, it, place, playbook, now));
            var what = new Case(catalogue.kinds(item.item()), place);
            var unit = advice.map(it -> it.unit().toString());
            for (var guess : model.rank(what, unit, 2 * MOST)) {
                shares.computeIfAbsent(guess.unit(), _ -> new ArrayList<>())
                        .add(new Share(guess, item, advice));
            }
        }
        boolean stated = request.item().isPresent();
        return shares.values().stream()
                .flatMap(all -> unit(request.region(), all, stated, now).stream())
                .filter(it -> it.confidence() >= FAINT)
                .sorted(
                        Comparator.comparingDouble(OfUnit::confidence)
                                .reversed()
                                .thenComparing(OfUnit::unit))
                .limit(MOST)
                .toList();
    }

    /// Empty for a unit that is no more.
    private Optional<OfUnit> unit(String region, List<Share> shares, boolean stated, Instant now) {
        var most = shares.stream().max(Comparator.comparingDouble(Share::weight)).orElseThrow();
        var id = UUID.fromString(most.guess().unit());
        boolean advised = most.advice().filter(it -> it.unit().equals(id)).isPresent();
        boolean acts = stated && advised && most.advice().filter(Advice::automatic).isPresent();
        return organisations
                .byId(region, id)
                .map(Organisation::name)
                .map(name ->
                        new OfUnit(
                                id,
                                name,
                                Math.min(1, shares.stream().mapToDouble(Share::weight).sum()),
                                Reasons.of(
                                        most.guess().proof(),
                                        most.item(),
                                        most.advice().filter(_ -> advised),
                                        it -> places.name(it, now)),
                                acts));
    }

    private static Optional<TerritoryCode> first(List<OfPlace> places) {
        return places.stream().map(OfPlace::area).findFirst();
    }

    /// What all the possible places have in common.
    private static Optional<TerritoryCode> shared(List<OfPlace> places) {
        Optional<TerritoryCode> place = first(places);
        while (place.isPresent()) {
            var around = place.get();
            if (places.stream().allMatch(it -> it.area().within(around))) {
                return place;
            }
            place = around.parent();
        }
        return place;
    }
}
