package org.huying.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.huying.database.Postgres;
import org.huying.demo.founding.Founder;
import org.huying.demo.founding.Size;
import org.huying.org.staffing.Quota;
import org.huying.org.staffing.Staffing;
import org.huying.org.store.Coverages;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.territory.DivisionImport;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.Census;
import org.jspecify.annotations.Nullable;
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
    private static final int MANY = 100_000;

    @Autowired Founder founder;
    @Autowired Territory territory;
    @Autowired Census census;
    @Autowired Staffing staffing;
    @Autowired Coverages coverages;
    @Autowired DivisionImport divisions;
    @Autowired Playbooks playbooks;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    abstract TerritoryCode place();

    /// The playbook of the place.
    Playbook playbook() {
        return playbooks.current(place(), clock.instant());
    }

    /// What the source publishes of the place.
    Expected expected() {
        return Expected.of(playbook().key());
    }

    /// Founds the place as large as its playbook says.
    List<Founder.County> found() {
        return found(Size.of(playbook(), place()));
    }

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

    /// The kinds of teams that there are.
    Set<String> teamKinds() {
        return counties().stream()
                .flatMap(county -> staffing.teams(within(county), clock.instant()).stream())
                .map(Teams.Count::key)
                .collect(Collectors.toSet());
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

    /// How many bodies of a kind stand below others.
    long bodies(String kind) {
        return standing().stream().filter(body -> body.of(kind) && body.parent() != null).count();
    }

    /// How many bodies lie on the longest chain from one of a kind down.
    int chain(String kind) {
        var byId = new HashMap<UUID, Standing>();
        standing().forEach(body -> byId.put(body.id(), body));
        return byId.values().stream().mapToInt(body -> depth(body, kind, byId)).max().orElse(0);
    }

    private static int depth(Standing body, String kind, Map<UUID, Standing> byId) {
        if (body.of(kind)) {
            return 1;
        }
        int above =
                Optional.ofNullable(body.parent())
                        .map(byId::get)
                        .map(parent -> depth(parent, kind, byId))
                        .orElse(0);
        return above == 0 ? 0 : above + 1;
    }

    /// How many bodies of a kind work for at least one area, or for an industry there.
    long covering(String kind, Optional<String> industry) {
        return covered(kind, industry).stream().map(Rows.Coverage::organisation).distinct().count();
    }

    /// What the bodies of a kind work for.
    List<Rows.Coverage> covered(String kind, Optional<String> industry) {
        var ids =
                standing().stream()
                        .filter(body -> body.of(kind))
                        .map(Standing::id)
                        .collect(Collectors.toSet());
        return counties().stream()
                .flatMap(county ->
                        coverages
                                .page(
                                        new Coverages.Filter(
                                                county,
                                                Optional.empty(),
                                                Optional.empty(),
                                                industry,
                                                TODAY),
                                        Optional.empty(),
                                        MANY)
                                .stream())
                .filter(row -> ids.contains(row.organisation()))
                .toList();
    }

    /// The kinds of the bodies that work for a place.
    List<String> bodiesFor(TerritoryCode area) {
        var ids =
                coverages
                        .page(
                                new Coverages.Filter(
                                        TerritoryCode.of(area.region()),
                                        Optional.of(area),
                                        Optional.empty(),
                                        Optional.empty(),
                                        TODAY),
                                Optional.empty(),
                                MANY)
                        .stream()
                        .map(Rows.Coverage::organisation)
                        .toList();
        return standing().stream()
                .filter(body -> ids.contains(body.id()))
                .map(body -> body.key().replaceFirst("(-\\d+)+$", ""))
                .toList();
    }

    /// How many places of a level have grids.
    long active(Level level) {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT left(code, :digits)) FROM territory.node
                         WHERE region = ANY (:regions) AND kind = 'GRID' AND valid_to IS NULL
                        """)
                .param("digits", level.digits())
                .param("regions", regions())
                .query(Long.class)
                .single();
    }

    /// How many lines of work had a grid of their own for each grid that there is now.
    long mergedLines() {
        return jdbc.sql(
                        """
                        SELECT min(lines) FROM (
                            SELECT count(DISTINCT o.line) AS lines FROM territory.node n
                              LEFT JOIN territory.old_grid o ON o.region = n.region AND o.grid = n.code
                             WHERE n.region = ANY (:regions) AND n.kind = 'GRID' AND n.valid_to IS NULL
                             GROUP BY n.region, n.code) AS grids
                        """)
                .param("regions", regions())
                .query(Long.class)
                .single();
    }

    /// A body with its parent; its kind stands in its key, before the codes and numbers at the end.
    private record Standing(UUID id, String key, @Nullable UUID parent) {
        boolean of(String kind) {
            return key.matches("(.*-)?" + kind + "(-\\d+)+");
        }
    }

    private List<Standing> standing() {
        return jdbc.sql(
                        """
                        SELECT id, key, parent FROM org.organisation WHERE region = ANY (:regions) AND valid_to IS NULL
                        """)
                .param("regions", regions())
                .query((row, _) ->
                        new Standing(
                                row.getObject("id", UUID.class),
                                row.getString("key"),
                                row.getObject("parent", UUID.class)))
                .list();
    }

    private String[] regions() {
        return counties().stream().map(TerritoryCode::value).toArray(String[]::new);
    }

    List<TerritoryCode> counties() {
        return divisions.counties(place());
    }

    private TerritoryCode within(TerritoryCode county) {
        return place().within(county) ? place() : county;
    }
}
