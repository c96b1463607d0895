package org.huying.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
        for (var guest : guests(cells)) {
            var area = area(guest.role(), cells);
            var grant =
                    guest.role().equals("unit-handler")
                            ? unitGrant("city-management", area)
                            : NewGrant.of(guest.role(), area);
            people.add(
                    new Person(
                            account(guest.login(), guest.name(), Optional.of(PASSWORD), grant),
                            Optional.empty()));
        }
    }

    /// What visitors are told, one a role.
    static List<Guide.Guest> guests(List<Cell> cells) {
        var county = cells.getFirst().name();
        var street = first(cells, Level.STREET).name();
        var community = first(cells, Level.COMMUNITY).shortName();
        var grid = first(cells, Level.GRID).name();
        var frontLine = List.of(
                guest(
                        "xiaoli",
                        "grid-worker",
                        "小李",
                        grid,
                        "到场、处理、报来的事",
                        "Goes there, handles, reports"),
                guest("xiaowang", "grid-chief", "小王", grid, "接单、派单、核查", "Accepts, assigns, checks"),
                guest(
                        "shequ",
                        "community-desk",
                        "社区值班员",
                        community,
                        "接网格报来的事",
                        "Takes what the grids report"),
                guest(
                        "jiedao",
                        "street-desk",
                        "街道值班员",
                        street,
                        "受理、派单、结案",
                        "Accepts, assigns, closes"),
                guest(
                        MARK,
                        "county-desk",
                        "指挥中心值班员",
                        county,
                        "全县受理、派单",
                        "Accepts and assigns for the county"));
        return Stream.concat(frontLine.stream(), others(county).stream()).toList();
    }

    private static List<Guide.Guest> others(String county) {
        return List.of(
                guest(
                        "zhifa",
                        "unit-handler",
                        "执法局经办人",
                        county,
                        "签收、处置、交照片",
                        "Acknowledges, handles, sends pictures"),
                guest("fenguan", "leader", "分管负责人", county, "只看，不办", "Reads, changes nothing"),
                guest(
                        "xitong",
                        "system-admin",
                        "系统管理员",
                        county,
                        "管网格、机构、工作法",
                        "Grids, bodies, playbook"),
                guest("anquan", "security-admin", "安全管理员", county, "管账号和授权", "Accounts and grants"),
                guest(
                        "shenji",
                        "audit-admin",
                        "审计管理员",
                        county,
                        "看谁做过什么、记录链是否完整",
                        "Who did what; checks the chain"));
    }

    private static Guide.Guest guest(
            String login, String role, String name, String place, String zh, String en) {
        return new Guide.Guest(login, role, name, place, new Guide.Words(zh, en));
    }

    private static TerritoryCode area(String role, List<Cell> cells) {
        return switch (role) {
            case "grid-worker", "grid-chief" -> first(cells, Level.GRID).code();
            case "community-desk" -> first(cells, Level.COMMUNITY).code();
            case "street-desk" -> first(cells, Level.STREET).code();
            default -> cells.getFirst().code();
        };
    }

    /// The first place of a level; the county itself where there is none.
    private static Cell first(List<Cell> cells, Level level) {
        return cells.stream().filter(it -> it.at(level)).findFirst().orElse(cells.getFirst());
    }
}
