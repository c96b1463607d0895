package org.huying.suggest.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.playbook.Text;
import org.huying.suggest.Suggestions;

/// What the API answers.
interface SuggestionViews {

    /// The request that accepts a suggestion: `POST` this body to the step of the matter.
    ///
    /// @param path of the step; absent while there is no matter yet
    record Accept(String step, Optional<String> path, Map<String, String> body) {
        static Accept of(Optional<String> matter, String step, Map<String, String> body) {
            return new Accept(step, matter.map(it -> it + "/" + step), body);
        }
    }

    record ItemView(
            String item,
            Text name,
            String itemClass,
            double confidence,
            List<Text> reasons,
            Accept accept) {
        static ItemView of(Suggestions.OfItem it, Optional<String> matter) {
            return new ItemView(
                    it.item(),
                    it.name(),
                    it.itemClass(),
                    rounded(it.confidence()),
                    it.reasons(),
                    Accept.of(matter, "classify", Map.of("item", it.item())));
        }
    }

    /// A unit to dispatch to.
    ///
    /// @param mayAct an automatic dispatch rule of the playbook agrees; suggestions themselves never act
    record UnitView(
            UUID unit,
            String name,
            double confidence,
            List<Text> reasons,
            boolean mayAct,
            Accept accept) {
        static UnitView of(Suggestions.OfUnit it, Optional<String> matter) {
            var why = it.reasons().isEmpty() ? "" : it.reasons().getFirst().zh();
            return new UnitView(
                    it.unit(),
                    it.name(),
                    rounded(it.confidence()),
                    it.reasons(),
                    it.mayAct(),
                    Accept.of(
                            matter, "dispatch", Map.of("unit", it.unit().toString(), "why", why)));
        }
    }

    record PlaceView(
            String area, String name, double confidence, List<Text> reasons, Accept accept) {
        static PlaceView of(Suggestions.OfPlace it, Optional<String> matter) {
            return new PlaceView(
                    it.area().value(),
                    it.name(),
                    rounded(it.confidence()),
                    it.reasons(),
                    Accept.of(matter, "locate", Map.of("area", it.area().value())));
        }
    }

    /// Everything suggested for one request.
    ///
    /// @param version of the matter, for `If-Match`; absent while there is none
    record SuggestionsView(
            Optional<Integer> version,
            List<ItemView> items,
            List<UnitView> units,
            List<PlaceView> places,
            boolean placeAmbiguous) {
        static SuggestionsView of(
                Suggestions it, Optional<Integer> version, Optional<String> matter) {
            return new SuggestionsView(
                    version,
                    it.items().stream().map(one -> ItemView.of(one, matter)).toList(),
                    it.units().stream().map(one -> UnitView.of(one, matter)).toList(),
                    it.places().stream().map(one -> PlaceView.of(one, matter)).toList(),
                    it.placeAmbiguous());
        }
    }

    /// What residents are offered: names to choose from.
    record OfferedItem(String item, Text name, double confidence) {
        static OfferedItem of(Suggestions.OfItem it) {
            return new OfferedItem(it.item(), it.name(), rounded(it.confidence()));
        }
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }
}
