package org.huying.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.demo.founding.Cell;
import org.huying.front.Guide;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// One account a role for visitors of the demo. Pure.
final class Guests {

    static final String PASSWORD = "Huying-demo-2026";
    static final String MARK = "zhihui";

    private static final int LOGIN = 0;
    private static final int ROLE = 1;
    private static final int NAME = 2;
    private static final int LEVEL = 3;
    private static final int UNIT = 4;
    private static final int CHINESE = 5;
    private static final int ENGLISH = 6;

    private Guests() {}

    /// @param units the departments that the handlers among them work for, by their keys
    static List<NewAccount> accounts(List<Cell> cells, Function<String, UUID> units) {
        var region = cells.getFirst().code().value();
        return Table.rows("guests.tsv").stream()
                .map(row -> {
                    var area = first(cells, Level.valueOf(row[LEVEL])).code();
                    return account(region, row, grant(row, area, units));
                })
                .toList();
    }

    /// The places that guests look after, by login: grids, communities and streets. Departments, readers and the desks
    /// of the whole county are not among them.
    static Map<String, TerritoryCode> places(List<Cell> cells) {
        return Table.rows("guests.tsv").stream()
                .filter(row -> !row[LEVEL].equals(Level.COUNTY.name()))
                .collect(
                        Collectors.toMap(
                                row -> row[LOGIN],
                                row -> first(cells, Level.valueOf(row[LEVEL])).code()));
    }

    /// What visitors are told of these.
    static List<Guide.Guest> told(List<Cell> cells) {
        return Table.rows("guests.tsv").stream()
                .map(row ->
                        new Guide.Guest(
                                row[LOGIN],
                                row[ROLE],
                                row[NAME],
                                first(cells, Level.valueOf(row[LEVEL])).shortName(),
                                new Guide.Words(row[CHINESE], row[ENGLISH])))
                .toList();
    }

    private static NewAccount account(String region, String[] row, NewGrant grant) {
        return new NewAccount(
                region,
                row[LOGIN],
                row[NAME],
                Caller.Kind.STAFF,
                Optional.of(PASSWORD),
                false,
                List.of(grant));
    }

    private static NewGrant grant(String[] row, TerritoryCode area, Function<String, UUID> units) {
        return row[UNIT].isEmpty()
                ? NewGrant.of(row[ROLE], area)
                : NewGrant.of(row[ROLE], area, units.apply(row[UNIT]));
    }

    /// The first place of a level that has grids, so that the guests of all levels look after the same; the county itself
    /// where there is none.
    private static Cell first(List<Cell> cells, Level level) {
        var grid = cells.stream().filter(it -> it.at(Level.GRID)).findFirst();
        return cells.stream()
                .filter(it -> it.at(level))
                .filter(it -> grid.map(low -> low.code().within(it.code())).orElse(true))
                .findFirst()
                .orElse(cells.getFirst());
    }
}
