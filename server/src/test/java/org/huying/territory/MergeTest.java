package org.huying.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.cli.Refusal;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.CoverageEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.org.edit.TeamEdits;
import org.huying.org.store.Coverages;
import org.huying.org.store.Posts;
import org.huying.org.store.Teams;
import org.huying.problem.ProblemException;
import org.huying.territory.command.OldGridLines;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.Finding;
import org.huying.territory.edit.OldGridEdits;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.store.Census;
import org.huying.territory.store.NodeRow.Sizes;
import org.huying.territory.store.OldGrids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// Communities are merged with the grids in them; old codes lead on.
@SpringBootTest(properties = "huying.access.second-factor=false")
@Import(Postgres.class)
class MergeTest {
    private static final String REGION = "360725";
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Instant NOW = Instant.parse("2025-07-01T00:00:00Z");

    @Autowired Territory territory;
    @Autowired DivisionImport divisions;
    @Autowired TerritoryEdits edits;
    @Autowired OutlineImport outlines;
    @Autowired OldGridEdits oldGrids;
    @Autowired OldGrids layers;
    @Autowired Census census;
    @Autowired OrgEdits organisations;
    @Autowired PostEdits posts;
    @Autowired TeamEdits teams;
    @Autowired Posts stored;
    @Autowired Teams crews;
    @Autowired CoverageEdits coverage;
    @Autowired Coverages covered;
    @Autowired Consumers consumers;

    @Test
    void carriesTheGridsAlongUnderNewCodesAndLeadsOldOnesOn() {
        divisions.county(REGION);
        var street = territory.children(TerritoryCode.of(REGION), NOW).getFirst().code();
        var parts = territory.children(street, NOW).stream().limit(2).map(Node::code).toList();
        var first = create(parts.get(0), Kind.GRID);
        var micro = create(first, Kind.MICRO_GRID);
        var second = create(parts.get(1), Kind.GRID);
        var old = new OldGrids.OldGrid("party", "D-17", "党建网格17", second);
        assertThat(oldGrids.save(REGION, List.of(old), START).changed()).isOne();
        assertThat(oldGrids.save(REGION, List.of(old), START).changed()).isZero();

        var into = place(street, Kind.DIVISION);
        assertThatThrownBy(() -> edits.apply(REGION, new Change.Merge(parts, into, DAY, "县里")))
                .isInstanceOf(ProblemException.class);
        var merged =
                edits.apply(REGION, new Change.Merge(parts, into, DAY, "县里", true))
                        .getFirst()
                        .code();
        assertThat(territory.within(merged, NOW))
                .extracting(node -> node.code().value().substring(12))
                .containsExactly("", "001", "001001", "002");
        assertThat(territory.successors(second, NOW))
                .extracting(Node::code)
                .containsExactly(TerritoryCode.of(merged + "002"));
        assertThat(territory.successors(micro, NOW))
                .extracting(Node::code)
                .containsExactly(TerritoryCode.of(merged + "001001"));
        assertThat(territory.successors(parts.get(1), NOW))
                .extracting(Node::code)
                .containsExactly(merged);
        assertThat(grids(START)).isEqualTo(2);
        assertThat(grids(DAY)).isEqualTo(2);

        var filter =
                new OldGrids.Filter(
                        Optional.of("party"), Optional.of("D-17"), TerritoryCode.of(REGION));
        assertThat(layers.page(REGION, filter, Optional.empty(), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.old().grid()).isEqualTo(second));
        assertThat(outlines.topology(street))
                .extracting(Finding::kind)
                .doesNotContain(Finding.Kind.ORPHAN)
                .contains(Finding.Kind.WITHOUT_GRIDS);
    }

    @Test
    void takesPostsAndTeamsAlongWithTheirPeople() {
        divisions.county("360724");
        var county = TerritoryCode.of("360724");
        var street = territory.children(county, NOW).getFirst().code();
        var parts = territory.children(street, NOW).stream().limit(2).map(Node::code).toList();
        var grid = in("360724", new Change.Create(place(parts.get(1), Kind.GRID), START));
        var chief = new UUID(3, 7);
        organisations.save(
                "360724",
                List.of(
                        new OrgEdits.Entry(
                                "committee",
                                "居委会",
                                OrganisationKind.COMMUNITY_COMMITTEE,
                                Optional.empty(),
                                Optional.of(parts.get(1)))),
                START);
        posts.save(
                "360724",
                List.of(
                        new PostEdits.Entry(
                                "grid-chief",
                                "网格长",
                                "committee",
                                grid,
                                List.of(new PostEdits.Holder(chief, "张")))),
                START);
        covers("360724", parts);
        teams.save("360724", List.of(team(grid), team(parts.get(0)), team(parts.get(1))), START);
        var into = place(street, Kind.DIVISION);
        var merged = in("360724", new Change.Merge(parts, into, DAY, "县里", true));
        consumers.drain();
        assertThat(stored.of("360724", chief, DAY))
                .singleElement()
                .satisfies(post -> assertThat(post.area().value()).isEqualTo(merged + "001"));
        assertThat(stored.of("360724", chief, DAY.minusDays(1)))
                .as("until then it was the old one's")
                .singleElement()
                .satisfies(post -> assertThat(post.area()).isEqualTo(grid));
        assertThat(crews.page(merged, Optional.empty(), Optional.empty(), 10))
                .extracting(it -> it.area().value())
                .containsExactlyInAnyOrder(merged + "001", merged.value(), merged.value());
        assertThat(covered.open("360724"))
                .as("two areas have become one")
                .singleElement()
                .satisfies(it -> assertThat(it.area()).isEqualTo(merged))
                .satisfies(it -> assertThat(it.span().from()).isEqualTo(DAY));
    }

    private void covers(String region, List<TerritoryCode> areas) {
        var all = areas.stream().map(it -> new CoverageEdits.Area(it, Optional.empty())).toList();
        coverage.save(region, List.of(new CoverageEdits.Entry("committee", all)), START);
    }

    private TerritoryCode in(String region, Change change) {
        return edits.apply(region, change).getFirst().code();
    }

    private static TeamEdits.Entry team(TerritoryCode area) {
        return new TeamEdits.Entry(
                "watch", "守望队", "committee", area, Optional.empty(), false, List.of());
    }

    @Test
    void readsTheOldGridsOfALineFromAFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("old.csv");
        Files.writeString(file, "line,code,name,grid\nsanitation,H-1,环卫一片,360725100001001\n");
        assertThat(OldGridLines.read(file, REGION))
                .containsExactly(
                        new OldGrids.OldGrid(
                                "sanitation", "H-1", "环卫一片", TerritoryCode.of("360725100001001")));
        Files.writeString(file, "line,code,name,grid\nsanitation,H-1,环卫一片,99\n");
        assertThatThrownBy(() -> OldGridLines.read(file, REGION)).isInstanceOf(Refusal.class);
    }

    private long grids(LocalDate day) {
        return census.of(TerritoryCode.of(REGION), day).stream()
                .filter(count -> count.kind() == Kind.GRID)
                .mapToLong(Census.Count::places)
                .sum();
    }

    private TerritoryCode create(TerritoryCode parent, Kind kind) {
        return edits.apply(REGION, new Change.Create(place(parent, kind), START)).getFirst().code();
    }

    private static Change.NewPlace place(TerritoryCode parent, Kind kind) {
        return new Change.NewPlace(
                parent, Optional.empty(), kind, "测试", Sizes.UNKNOWN, Optional.empty(), true);
    }
}
