package org.huying.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.huying.database.Postgres;
import org.huying.demo.founding.Count;
import org.huying.demo.founding.Founder;
import org.huying.demo.founding.Size;
import org.huying.demo.founding.Size.Posting;
import org.huying.demo.founding.Size.Squad;
import org.huying.org.staffing.Quota;
import org.huying.org.staffing.Staffing;
import org.huying.org.store.Teams;
import org.huying.territory.DivisionImport;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.Census;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A place of the sources at its published size. A concrete test founds it once and compares what queries find in the
/// stored facts with what was published; never what was asked for with itself.
@SpringBootTest(properties = "huying.access.second-factor=false")
@Import(Postgres.class)
abstract class PlaceScenario {
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @Autowired Founder founder;
    @Autowired Territory territory;
    @Autowired Census census;
    @Autowired Staffing staffing;
    @Autowired DivisionImport divisions;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    abstract TerritoryCode place();

    /// Founds the place and says how long it took.
    List<Founder.County> found(Size size) {
        long start = System.nanoTime();
        var founded = founder.found(size);
        System.out.printf(
                "REPORT %s founded: %d cells, %d bodies, %d people with accounts in %d ms%n",
                size.place(),
                founded.stream().mapToInt(it -> it.cells().size()).sum(),
                founded.stream().mapToInt(it -> it.settled().bodies()).sum(),
                founded.stream().mapToInt(it -> it.settled().people()).sum(),
                (System.nanoTime() - start) / 1_000_000);
        return founded;
    }

    /// How many places of a kind there were on a day.
    long places(Level level, Kind kind, LocalDate day) {
        return counted(level, kind, day, Census.Count::places);
    }

    long counted(Level level, Kind kind, LocalDate day, ToLongFunction<Census.Count> figure) {
        return counties().stream()
                .flatMap(county -> census.of(within(county), day).stream())
                .filter(count -> count.level() == level && count.kind() == kind)
                .mapToLong(figure)
                .sum();
    }

    /// The line of a post over all counties of the place.
    Staffing.Total post(String key, Quota... quotas) {
        return counties().stream()
                .flatMap(county ->
                        staffing.totals(within(county), List.of(quotas), clock.instant()).stream())
                .filter(total -> total.post().equals(key))
                .reduce((one, other) ->
                        new Staffing.Total(
                                key,
                                one.places() + other.places(),
                                one.wanted() + other.wanted(),
                                one.held() + other.held(),
                                one.vacant() + other.vacant()))
                .orElseThrow();
    }

    Teams.Count teams(String key) {
        return counties().stream()
                .flatMap(county -> staffing.teams(within(county), clock.instant()).stream())
                .filter(count -> count.key().equals(key))
                .reduce((one, other) ->
                        new Teams.Count(
                                key,
                                one.teams() + other.teams(),
                                one.members() + other.members(),
                                one.persons() + other.persons(),
                                Math.max(one.homes(), other.homes())))
                .orElseThrow();
    }

    /// How many bodies of a chain stand in the place, with a parent.
    long bodies(String chain) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM org.organisation
                         WHERE region = ANY (:regions) AND key ~ :key AND parent IS NOT NULL AND valid_to IS NULL
                        """)
                .param(
                        "regions",
                        counties().stream().map(TerritoryCode::value).toArray(String[]::new))
                .param("key", chain)
                .query(Long.class)
                .single();
    }

    List<TerritoryCode> counties() {
        return divisions.counties(place());
    }

    private TerritoryCode within(TerritoryCode county) {
        return place().within(county) ? place() : county;
    }

    static Posting post(String key, String name, Level level, Count holders, String role) {
        return new Posting(key, name, level, holders, Optional.of(role));
    }

    static Squad squad(String key, String name, Level level, Count teams, Count members) {
        return new Squad(key, name, level, teams, members, List.of(), 0, Optional.empty());
    }
}
