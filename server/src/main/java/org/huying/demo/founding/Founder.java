package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Founds a place at a size. Running it again changes nothing and finishes what was cut off.
@Component
public class Founder {
    private final Land land;
    private final Settlers settlers;

    Founder(Land land, Settlers settlers) {
        this.land = land;
        this.settlers = settlers;
    }

    /// What a county has been given.
    ///
    /// @param bodies how many organisations there are
    /// @param people how many people have accounts
    public record Settled(int bodies, int people) {}

    /// One county of the place with all its cells, the county itself first.
    public record County(String region, List<Cell> cells, Settled settled) {}

    /// The counties in which a place lies or that lie in it, by code. Throws `Problem.NOT_FOUND` when there is none.
    public List<TerritoryCode> counties(Size size) {
        return land.counties(size);
    }

    /// The cells of each county as they stand; changes nothing.
    public List<List<Cell>> survey(Size size) {
        return land.survey(size);
    }

    public List<County> found(Size size) {
        return found(size, _ -> {});
    }

    /// `progress` hears of each county when it stands.
    public List<County> found(Size size, Consumer<County> progress) {
        var counties = land.prepare(size);
        var cells = counties.stream().flatMap(List::stream).toList();
        var posts = Staff.posts(cells, size.posts());
        var crews = Crews.of(cells, size.teams(), posts);
        var chains = Chains.of(cells, size.bodies());
        var founded = new ArrayList<County>();
        for (var county : counties) {
            var code = county.getFirst().code();
            land.parcel(county, size.ground().lines());
            var settled =
                    settlers.settle(
                            new Settlers.Plan(
                                    code.value(),
                                    county,
                                    chains.within(code),
                                    posts.stream().filter(it -> it.area().within(code)).toList(),
                                    crews.stream().filter(it -> it.area().within(code)).toList()));
            var stands = new County(code.value(), county, settled);
            founded.add(stands);
            progress.accept(stands);
        }
        return founded;
    }
}
