package org.huying.suggest.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class UnitModelTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final TerritoryCode HERE = TerritoryCode.of("370481001");
    private static final TerritoryCode THERE = TerritoryCode.of("370481002");

    @Test
    void backsOffStepByStep() {
        // smoothing 2; anywhere: a 3, b 1 of 4; the item: the same; in the street here: b 1 of 1
        var model =
                UnitModel.of(List.of(seen(THERE, "a", 3, 0), seen(HERE, "b", 1, 0)), List.of(), 2);
        double anything = 1 / (4 + 2.0);
        double item = (1 + 2 * anything) / (4 + 2);
        double street = (1 + 2 * item) / (1 + 2);
        var guesses = model.rank(lamp(HERE), Optional.empty(), 3);
        assertThat(guesses.getFirst().unit()).isEqualTo("b");
        assertThat(guesses.getFirst().share()).isCloseTo(street, EXACT);
        double other = (2 * ((3 + 2 * (3 / 6.0)) / 6)) / 3;
        assertThat(guesses.get(1).share()).isCloseTo(other, EXACT);
    }

    @Test
    void whatWasReturnedCountsAgainstIt() {
        var model =
                UnitModel.of(List.of(seen(HERE, "a", 3, 3), seen(HERE, "b", 3, 0)), List.of(), 2);
        var guesses = model.rank(lamp(HERE), Optional.empty(), 3);
        assertThat(guesses).extracting(UnitModel.Guess::unit).containsExactly("b", "a");
        assertThat(guesses.get(1).share()).isCloseTo(guesses.getFirst().share() * 4 / 7, EXACT);
        assertThat(guesses.get(1).proof().returned()).isEqualTo(3);
    }

    @Test
    void aRuleCountsAsSomeRequests() {
        var empty = UnitModel.of(List.of(), List.of(), 8);
        assertThat(empty.rank(lamp(HERE), Optional.empty(), 3)).isEmpty();
        var advised = empty.rank(lamp(HERE), Optional.of("r"), 3);
        assertThat(advised).singleElement().extracting(UnitModel.Guess::share).isEqualTo(0.5);
        var taught = UnitModel.of(List.of(seen(HERE, "a", 100, 0)), List.of(), 8);
        assertThat(taught.rank(lamp(HERE), Optional.of("r"), 3).getFirst().unit()).isEqualTo("a");
    }

    @Test
    void theSameRoleElsewhereIsThePlacesOwnUnit() {
        var bodies =
                List.of(
                        new Body("one", Optional.of(HERE), "街道城管办"),
                        new Body("two", Optional.of(THERE), "街道城管办"));
        var model = UnitModel.of(List.of(seen(HERE, "one", 5, 0)), bodies, 8);
        assertThat(model.rank(lamp(THERE), Optional.empty(), 3))
                .extracting(UnitModel.Guess::unit)
                .containsExactly("two");
        assertThat(model.rank(lamp(TerritoryCode.of("370481003")), Optional.empty(), 3)).isEmpty();
    }

    @Test
    void provesItWithTheNarrowestTellingCount() {
        var model =
                UnitModel.of(
                        List.of(
                                seen(HERE, "a", 18, 0),
                                seen(HERE, "b", 2, 0),
                                seen(THERE, "b", 9, 0)),
                        List.of(),
                        8);
        var proof = model.rank(lamp(HERE), Optional.empty(), 1).getFirst().proof();
        assertThat(proof).isEqualTo(new UnitModel.Proof(0, Optional.of(HERE), 18, 20, 0));
    }

    private static Seen seen(TerritoryCode place, String unit, double kept, double returned) {
        return new Seen(lamp(place), unit, kept, returned);
    }

    private static Case lamp(TerritoryCode place) {
        return new Case(List.of("lamp"), place);
    }
}
