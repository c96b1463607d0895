package org.huying.org.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.huying.org.duplicates.Duplicates.Body;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicatesTest {

    @ParameterizedTest
    @CsvSource({
        "城管办（坑梓街道办事处）,坑梓街道城管办",
        "城管办（坑梓街道办事处）,坑梓街道办事处城管办",
        "城管办（坑梓街道办事处）,城市管理办公室(坑梓街道办)",
        "消防安全委员会办公室,消防安全管理委员会办公室",
        "六和社区（坪山街道办事处）,六和社区",
        "区指挥中心,区指挥中心处置",
        "石井社区工作站（石井街道办事处）,石井社区工作站",
        "坪山街道综合执法队（坪山街道办事处）,坪山街道综合执法队",
        "自来水有限公司,自来水公司",
        "市规划国土委坪山管理局,市规土委坪山管理局"
    })
    void findsOneBodyUnderTwoSpellings(String one, String other) {
        assertThat(Duplicates.among(bodies(one, other), Set.of("坑梓街道", "坪山街道", "石井街道")))
                .singleElement()
                .satisfies(pair -> assertThat(pair.score()).isBetween(0.7, 1.0))
                .satisfies(pair -> assertThat(pair.reason()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "城管办（坑梓街道办事处）,城管办（碧岭街道办事处）",
        "坪山街道综合执法队,龙田街道综合执法队",
        "沙田社区,沙坣社区",
        "坑梓街道城管办,坪山街道城管办",
        "城市更新局,城市管理局",
        "坪山社区,坪环社区"
    })
    void leavesDifferentBodiesApart(String one, String other) {
        assertThat(Duplicates.among(bodies(one, other), Set.of("坑梓街道", "坪山街道"))).isEmpty();
    }

    @Test
    void aNameThatSeveralStreetsUseIsNoDuplicateOfEither() {
        assertThat(Duplicates.among(bodies("城建办", "城建办（坑梓街道办事处）", "城建办（龙田街道办事处）"), Set.of()))
                .isEmpty();
    }

    @Test
    void bodiesOfDifferentPlacesAreApart() {
        var one = new Body(new UUID(0, 1), "综合执法队", Optional.of(TerritoryCode.of("440310001")));
        var other = new Body(new UUID(0, 2), "综合执法队", Optional.of(TerritoryCode.of("440310005")));
        assertThat(Duplicates.among(List.of(one, other), Set.of())).isEmpty();
    }

    @Test
    void findsTheSpellingsInTheRecordsOfARealDistrict() throws IOException {
        var file =
                Stream.of("../shared/data", "../../shared/data")
                        .map(Path::of)
                        .map(folder -> folder.resolve("pingshan_dev.csv"))
                        .filter(Files::exists)
                        .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "the recorded requests are not here");
        var records = Records.read(file.get());
        var pairs =
                Duplicates.among(
                        bodies(records.numbers().keySet().toArray(String[]::new)),
                        records.streets());
        pairs.forEach(pair ->
                System.out.printf(
                        "REPORT %.2f %s | %s | %s%n",
                        pair.score(), pair.one().name(), pair.other().name(), pair.reason()));
        var twice = records.twice();
        assertThat(twice).as("units that the records themselves write in two ways").hasSize(12);
        assertThat(pairs)
                .extracting(pair -> Set.of(pair.one().name(), pair.other().name()))
                .containsAll(twice);
    }

    /// What the records say: the spellings of each number of a unit, the numbers of each spelling, the streets.
    private record Records(
            Map<String, Set<String>> spellings,
            Map<String, Set<String>> numbers,
            Set<String> streets) {

        static Records read(Path file) throws IOException {
            var records =
                    new Records(new TreeMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
            var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
            try (var rows = format.parse(Files.newBufferedReader(file))) {
                for (var row : rows) {
                    var number = row.get("unit_id");
                    var name = row.get("unit");
                    records.spellings.computeIfAbsent(number, _ -> new TreeSet<>()).add(name);
                    records.numbers.computeIfAbsent(name, _ -> new TreeSet<>()).add(number);
                    records.streets.add(row.get("street"));
                }
            }
            return records;
        }

        /// Units that are written in two ways, each of which means this unit only.
        List<Set<String>> twice() {
            return spellings.values().stream()
                    .filter(it -> it.size() == 2)
                    .filter(it ->
                            it.stream()
                                    .allMatch(name ->
                                            numbers.getOrDefault(name, Set.of()).size() == 1))
                    .toList();
        }
    }

    private static List<Body> bodies(String... names) {
        var bodies = new ArrayList<Body>();
        for (var name : names) {
            bodies.add(new Body(new UUID(0, bodies.size() + 1), name, Optional.empty()));
        }
        return bodies;
    }
}
