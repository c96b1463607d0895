package org.huying.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.front.Guide;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// The generated staff of the town: who they are, what they may do, and which post they hold. Nobody of them exists.
/// Pure.
final class Staff {

    static final String PASSWORD = "Huying-demo-2026";
    static final String MARK = "zhihui";

    private static final int LOGIN = 0;
    private static final int ROLE = 1;
    private static final int NAME = 2;
    private static final int LEVEL = 3;
    private static final int CHINESE = 4;
    private static final int ENGLISH = 5;

    /// Somebody with the post that is held, where there is one.
    record Person(NewAccount account, Optional<Post> post) {}

    record Post(String key, String name, String organisation, TerritoryCode area) {}

    private final String region;
    private final Map<String, UUID> units;
    private final List<Person> people = new ArrayList<>();

    private Staff(String region, Map<String, UUID> units) {
        this.region = region;
        this.units = units;
    }

    static List<Person> of(List<Cell> cells, List<OrgEdits.Entry> bodies, Map<String, UUID> units) {
        var staff = new Staff(cells.getFirst().code().value(), units);
        for (var cell : cells) {
            staff.on(cell);
        }
        for (var body : bodies) {
            if (body.kind() != OrganisationKind.COMMUNITY_COMMITTEE
                    && body.kind() != OrganisationKind.STREET_OFFICE
                    && body.kind() != OrganisationKind.CENTRE) {
                staff.handler(body);
            }
        }
        staff.listed(cells);
        return staff.people;
    }

    private void on(Cell cell) {
        var code = cell.code();
        if (cell.kind() == Kind.GRID) {
            var committee = Bodies.community(code.at(Level.COMMUNITY));
            person(
                    "w" + code,
                    "grid-worker",
                    code,
                    post("grid-worker", cell.name() + "网格员", committee, code));
            person(
                    "c" + code,
                    "grid-chief",
                    code,
                    post("grid-chief", cell.name() + "网格长", committee, code));
        } else if (cell.at(Level.COMMUNITY)) {
            person(
                    "d" + code,
                    "community-desk",
                    code,
                    post("community-desk", cell.shortName() + "值班员", Bodies.community(code), code));
        } else if (cell.at(Level.STREET)) {
            person(
                    "s" + code,
                    "street-desk",
                    code,
                    post("street-desk", cell.name() + "值班员", Bodies.street(code), code));
        }
    }

    private void handler(OrgEdits.Entry body) {
        var login = Bodies.handler(body.key());
        var name = Names.person(Dice.of(region + login));
        var area = TerritoryCode.of(region);
        people.add(
                new Person(
                        account(login, name, Optional.empty(), unitGrant(body.key(), area)),
                        Optional.empty()));
    }

    private NewGrant unitGrant(String body, TerritoryCode area) {
        var unit = units.get(body);
        if (unit == null) {
            throw new IllegalStateException("No body " + body);
        }
        return NewGrant.of("unit-handler", area, unit);
    }

    private static Optional<Post> post(String key, String name, String body, TerritoryCode area) {
        return Optional.of(new Post(key, name, body, area));
    }

    private void person(String login, String role, TerritoryCode area, Optional<Post> post) {
        var name = Names.person(Dice.of(region + login));
        people.add(
                new Person(account(login, name, Optional.empty(), NewGrant.of(role, area)), post));
    }

    private NewAccount account(
            String login, String name, Optional<String> password, NewGrant grant) {
        return new NewAccount(
                region, login, name, Caller.Kind.STAFF, password, false, List.of(grant));
    }

    /// One account a role for visitors.
    private void listed(List<Cell> cells) {
        for (var row : Table.rows("guests.tsv")) {
            var area = first(cells, Level.valueOf(row[LEVEL])).code();
            var grant =
                    row[ROLE].equals("unit-handler")
                            ? unitGrant("city-management", area)
                            : NewGrant.of(row[ROLE], area);
            people.add(
                    new Person(
                            account(row[LOGIN], row[NAME], Optional.of(PASSWORD), grant),
                            Optional.empty()));
        }
    }

    /// What visitors are told of these.
    static List<Guide.Guest> guests(List<Cell> cells) {
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

    /// The first place of a level; the county itself where there is none.
    private static Cell first(List<Cell> cells, Level level) {
        return cells.stream().filter(it -> it.at(level)).findFirst().orElse(cells.getFirst());
    }
}
