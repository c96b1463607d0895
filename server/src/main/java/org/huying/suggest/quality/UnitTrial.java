package org.huying.suggest.quality;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huying.suggest.names.PlaceName;
import org.huying.suggest.units.Body;
import org.huying.suggest.units.Case;
import org.huying.suggest.units.Seen;
import org.huying.suggest.units.UnitModel;
import org.huying.territory.TerritoryCode;

/// Trials of the unit model on recorded requests, always learning from the past and asked about the future.
public final class UnitTrial {

    private static final Set<String> COLUMNS =
            Set.of(
                    "created",
                    "street",
                    "street_code",
                    "community",
                    "community_code",
                    "type",
                    "main",
                    "sub",
                    "unit");
    private static final String UNKNOWN = "000000";
    private static final double UNSMOOTHED = 1e-6;

    /// What is compared.
    public enum Way {
        MOST_FREQUENT,
        BY_ITEM,
        BY_ITEM_AND_STREET,
        BY_PLACE_AND_CLASS,
        ROLES,
        /// The one that is used: roles, with what is old counting less.
        ROLES_FADING
    }

    /// How often the recorded unit was the first, or among the first three.
    public record Score(int asked, double top1, double top3) {}

    private record Row(
            LocalDate day,
            String time,
            PlaceName street,
            PlaceName community,
            List<String> kinds,
            String unit) {

        Case what(Way way) {
            var county = TerritoryCode.of(community.code().region());
            return switch (way) {
                case MOST_FREQUENT -> new Case(List.of(), county);
                case BY_ITEM -> new Case(kinds.subList(0, 1), county);
                case BY_ITEM_AND_STREET -> new Case(kinds.subList(0, 1), street.code());
                case BY_PLACE_AND_CLASS, ROLES, ROLES_FADING -> new Case(kinds, community.code());
            };
        }
    }

    private final List<Row> rows;

    private UnitTrial(List<Row> rows) {
        this.rows = rows;
    }

    /// On the file of the folder that has the columns of recorded requests; empty without one.
    public static Optional<UnitTrial> in(Path folder) {
        return Table.in(folder, COLUMNS)
                .map(table ->
                        new UnitTrial(
                                table.rows().stream()
                                        .map(UnitTrial::row)
                                        .sorted(Comparator.comparing(Row::time))
                                        .toList()));
    }

    public int size() {
        return rows.size();
    }

    /// Learns from the first `share` in time, asks about the rest.
    public Score split(Way way, double share) {
        int at = (int) (rows.size() * share);
        return ask(way, rows.subList(0, at), rows.subList(at, rows.size()));
    }

    /// Month by month: learns from everything before it. The first two months are only learned from.
    public SortedMap<YearMonth, Score> rolling(Way way) {
        var months = new TreeMap<YearMonth, Score>();
        var all = rows.stream().map(it -> YearMonth.from(it.day())).distinct().sorted().toList();
        for (var month : all.subList(Math.min(2, all.size()), all.size())) {
            var past =
                    rows.stream().filter(it -> YearMonth.from(it.day()).isBefore(month)).toList();
            var asked = rows.stream().filter(it -> YearMonth.from(it.day()).equals(month)).toList();
            months.put(month, ask(way, past, asked));
        }
        return months;
    }

    private static Score ask(Way way, List<Row> past, List<Row> asked) {
        var model = model(way, past);
        int first = 0;
        int three = 0;
        for (var row : asked) {
            var units =
                    model.rank(row.what(way), Optional.empty(), 3).stream()
                            .map(UnitModel.Guess::unit)
                            .toList();
            first += !units.isEmpty() && units.getFirst().equals(row.unit()) ? 1 : 0;
            three += units.contains(row.unit()) ? 1 : 0;
        }
        double all = Math.max(1, asked.size());
        return new Score(asked.size(), first / all, three / all);
    }

    private static UnitModel model(Way way, List<Row> past) {
        var last = YearMonth.from(past.getLast().day());
        var history =
                past.stream()
                        .map(it -> new Seen(it.what(way), it.unit(), weight(way, it, last), 0))
                        .toList();
        return switch (way) {
            case MOST_FREQUENT, BY_ITEM -> UnitModel.of(history, List.of(), UNSMOOTHED);
            case BY_ITEM_AND_STREET, BY_PLACE_AND_CLASS ->
                    UnitModel.of(history, List.of(), UnitModel.SMOOTHING);
            case ROLES, ROLES_FADING -> UnitModel.of(history, bodies(past), UnitModel.SMOOTHING);
        };
    }

    private static double weight(Way way, Row row, YearMonth last) {
        return way == Way.ROLES_FADING
                ? UnitModel.weight((int) ChronoUnit.MONTHS.between(YearMonth.from(row.day()), last))
                : 1;
    }

    /// The register would say which place a unit serves; here its name does.
    private static List<Body> bodies(List<Row> past) {
        var places = new HashMap<String, TerritoryCode>();
        for (var row : past) {
            if (row.community().code().value().equals(UNKNOWN)) {
                continue;
            }
            var community = PlaceName.stem(row.community().name());
            var street = PlaceName.stem(row.street().name());
            places.put(community + "社区", row.community().code());
            Stream.of("街道", "办事处", "办").forEach(it -> places.put(street + it, row.street().code()));
            places.put("（" + street + "）", row.street().code());
        }
        return past.stream().map(Row::unit).distinct().map(it -> body(it, places)).toList();
    }

    private static Body body(String unit, Map<String, TerritoryCode> places) {
        var served =
                new ArrayList<String>(places.keySet().stream().filter(unit::contains).toList());
        served.sort(
                Comparator.comparing((String it) ->
                                places.getOrDefault(it, TerritoryCode.of("00")).level())
                        .reversed()
                        .thenComparing(Comparator.comparingInt(String::length).reversed())
                        .thenComparing(Comparator.naturalOrder()));
        return served.stream()
                .findFirst()
                .map(it ->
                        new Body(
                                unit,
                                Optional.ofNullable(places.get(it)),
                                unit.replace(PlaceName.stem(it.replaceAll("[（）]|办事处|办", "")), "")))
                .orElseGet(() -> new Body(unit, Optional.empty(), unit));
    }

    private static Row row(Map<String, String> row) {
        var time = row.getOrDefault("created", "");
        var type = row.getOrDefault("type", "");
        var main = type + "/" + row.getOrDefault("main", "");
        return new Row(
                LocalDate.parse(time.substring(0, 10)),
                time,
                place(row, "street"),
                place(row, "community"),
                List.of(main + "/" + row.getOrDefault("sub", ""), main, type),
                row.getOrDefault("unit", ""));
    }

    private static PlaceName place(Map<String, String> row, String column) {
        var code = row.getOrDefault(column + "_code", "");
        return new PlaceName(
                TerritoryCode.of(code.isEmpty() ? UNKNOWN : code), row.getOrDefault(column, ""));
    }
}
