package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.List;
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

    /// The cells of each county as they are or would be laid out, without founding anything below the divisions.
    public List<List<Cell>> survey(Size size) {
        return land.survey(size);
    }

    public List<County> found(Size size) {
        var counties = land.survey(size);
        var cells = counties.stream().flatMap(List::stream).toList();
        var posts = Staff.posts(cells, size.posts());
        var crews = Crews.of(cells, size.teams(), posts);
        var chains = Chains.of(cells, size.bodies());
        var founded = new ArrayList<County>();
        for (var county : counties) {
            var code = county.getFirst().code();
            land.parcel(county);
            var settled =
                    settlers.settle(
                            new Settlers.Plan(
                                    code.value(),
                                    county,
                                    chains.stream()
                                            .filter(it -> it.anchor().orElseThrow().within(code))
                                            .toList(),
                                    posts.stream().filter(it -> it.area().within(code)).toList(),
                                    crews.stream().filter(it -> it.area().within(code)).toList()));
            founded.add(new County(code.value(), county, settled));
        }
        return founded;
    }
}
