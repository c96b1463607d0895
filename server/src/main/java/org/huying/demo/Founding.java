package org.huying.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.front.Guide;
import org.huying.front.Place;
import org.huying.org.edit.DutyEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.playbook.Playbooks;
import org.huying.territory.DivisionImport;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Founds the town of a demo once, and finds it again afterwards. What was cut off is finished by the next start.
@Component
class Founding {

    static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    static final String SIMULATOR = "moni";
    private static final int BATCH = 15_000;
    private static final String SOURCE = "demo";

    private final DivisionImport divisions;
    private final Territory territory;
    private final OutlineImport outlines;
    private final OrgEdits organisations;
    private final DutyEdits duties;
    private final PostEdits posts;
    private final Accounts accounts;
    private final Playbooks playbooks;
    private final Place place;
    private final Clock clock;
    private final JsonMapper json;

    Founding(
            DivisionImport divisions,
            Territory territory,
            OutlineImport outlines,
            OrgEdits organisations,
            DutyEdits duties,
            PostEdits posts,
            Accounts accounts,
            Playbooks playbooks,
            Place place,
            Clock clock,
            JsonMapper json) {
        this.divisions = divisions;
        this.territory = territory;
        this.outlines = outlines;
        this.organisations = organisations;
        this.duties = duties;
        this.posts = posts;
        this.accounts = accounts;
        this.playbooks = playbooks;
        this.place = place;
        this.clock = clock;
        this.json = json;
    }

    /// A town that stands.
    ///
    /// @param told what happened before the demo began has been told
    record Town(String region, List<Cell> cells, boolean told) {}

    Town found(String region) {
        divisions.county(region);
        var now = clock.instant();
        var code = TerritoryCode.of(region);
        var county =
                territory
                        .node(code, now)
                        .orElseThrow(() -> new IllegalStateException("No county " + region));
        var cells =
                Layout.of(
                        county,
                        Centres.of(region),
                        it ->
                                territory.children(it, now).stream()
                                        .filter(node -> node.kind() == Kind.DIVISION)
                                        .toList());
        if (accounts.byLogin(region, Staff.MARK).isEmpty()) {
            build(region, cells);
        }
        place.tell(new Guide(Staff.PASSWORD, Staff.guests(cells)));
        return new Town(region, cells, accounts.byLogin(region, SIMULATOR).isPresent());
    }

    private void build(String region, List<Cell> cells) {
        say("区划和网格 places", cells.size());
        outline(region, cells.stream().filter(it -> !it.at(Level.MICRO_GRID)).toList());
        outline(region, cells.stream().filter(it -> it.at(Level.MICRO_GRID)).toList());
        var bodies = Bodies.of(cells, playbooks.current(region, clock.instant()).items());
        say("机构 bodies", bodies.organisations().size());
        var ids = organisations.save(region, bodies.organisations(), SINCE).ids();
        duties.save(region, bodies.duties(), SINCE);
        people(region, Staff.of(cells, bodies.organisations(), ids));
    }

    private void outline(String region, List<Cell> cells) {
        var request = new OutlineImport.Request(Datum.CGCS2000, SINCE, SOURCE, false);
        for (int from = 0; from < cells.size(); from += BATCH) {
            var part = cells.subList(from, Math.min(from + BATCH, cells.size()));
            var collection =
                    Map.of(
                            "type",
                            "FeatureCollection",
                            "features",
                            part.stream().map(Cell::feature).toList());
            var outcome = outlines.run(region, json.valueToTree(collection), request);
            if (!outcome.flaws().isEmpty()) {
                throw new IllegalStateException(
                        "The generated layout has flaws: " + outcome.flaws().getFirst());
            }
        }
    }

    private void people(String region, List<Staff.Person> people) {
        say("人员 staff", people.size());
        var missing =
                people.stream()
                        .filter(it -> accounts.byLogin(region, it.account().login()).isEmpty())
                        .toList();
        var made = new LinkedHashMap<String, UUID>();
        for (int from = 0; from < missing.size(); from += BATCH) {
            var part = missing.subList(from, Math.min(from + BATCH, missing.size()));
            var ids = accounts.createAll(part.stream().map(Staff.Person::account).toList());
            for (int i = 0; i < part.size(); i++) {
                made.put(part.get(i).account().login(), ids.get(i));
            }
        }
        var held = new ArrayList<PostEdits.Entry>();
        for (var person : missing) {
            var id = made.get(person.account().login());
            if (id != null) {
                person.post().ifPresent(it -> held.add(held(it, id, person.account().name())));
            }
        }
        posts.save(region, held, SINCE);
    }

    private static PostEdits.Entry held(Staff.Post post, UUID person, String name) {
        return new PostEdits.Entry(
                post.key(),
                post.name(),
                post.organisation(),
                post.area(),
                List.of(new PostEdits.Holder(person, name)));
    }

    /// A token of the machine that sets the clock for what happened before the demo began.
    String simulator(String region) {
        var account =
                accounts.byLogin(region, SIMULATOR)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                region,
                                                SIMULATOR,
                                                "演示模拟",
                                                Caller.Kind.MACHINE,
                                                java.util.Optional.empty(),
                                                false,
                                                List.of(
                                                        NewGrant.of(
                                                                "simulator",
                                                                TerritoryCode.of(region))))));
        return accounts.issueToken(account, region, SIMULATOR, java.util.Optional.empty());
    }

    private static void say(String what, int number) {
        System.out.printf("  生成 %s: %,d%n", what, number);
    }
}
