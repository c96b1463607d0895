package org.huying.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    static final String UNIT = "city-management";

    private static final int LOGIN = 0;
    private static final int ROLE = 1;
    private static final int NAME = 2;
    private static final int LEVEL = 3;
    private static final int CHINESE = 4;
    private static final int ENGLISH = 5;

    private Guests() {}

    /// @param unit the department that the handler among them works for
    static List<NewAccount> accounts(List<Cell> cells, UUID unit) {
        var region = cells.getFirst().code().value();
        return Table.rows("guests.tsv").stream()
                .map(row -> {
                    var area = first(cells, Level.valueOf(row[LEVEL])).code();
                    return account(region, row, grant(row[ROLE], area, unit));
                })
                .toList();
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

    private static NewGrant grant(String role, TerritoryCode area, UUID unit) {
        return role.equals("unit-handler")
                ? NewGrant.of(role, area, unit)
                : NewGrant.of(role, area);
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
