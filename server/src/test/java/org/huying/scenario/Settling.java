package org.huying.scenario;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.NewGrant;
import org.huying.org.OrganisationKind;
import org.huying.org.Organisations;
import org.huying.org.edit.DutyEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PostKind;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;

/// Settles a part of a real place with everybody its playbook speaks of: a body for each unit that it names, an office in
/// each street, a committee and a property firm in each community, and somebody on each post on each territory of the
/// post's level.
@TestComponent
class Settling {

    static final String CENTRE = "centre";
    private static final Map<String, Level> LEVELS =
            Map.of(
                    "county", Level.COUNTY,
                    "street", Level.STREET,
                    "community", Level.COMMUNITY,
                    "grid", Level.GRID,
                    "micro", Level.MICRO_GRID);
    private static final Set<String> OF_PLACES =
            Set.of("street-office", "community-committee", "property");

    private final Ground ground;
    private final OrgEdits bodies;
    private final DutyEdits duties;
    private final PostEdits posts;
    private final Organisations organisations;
    private final People people;
    private final Playbooks playbooks;
    private final Clock clock;
    private final Map<String, Settled> settled = new HashMap<>();

    Settling(
            Ground ground,
            OrgEdits bodies,
            DutyEdits duties,
            PostEdits posts,
            Organisations organisations,
            People people,
            Playbooks playbooks,
            Clock clock) {
        this.ground = ground;
        this.bodies = bodies;
        this.duties = duties;
        this.posts = posts;
        this.organisations = organisations;
        this.people = people;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// The same place is settled once.
    Settled settle(String code, Ground.Part part) {
        return settled.computeIfAbsent(code, _ -> fresh(code, part));
    }

    private Settled fresh(String code, Ground.Part part) {
        var place = TerritoryCode.of(code);
        var region = place.region();
        var playbook = playbooks.current(place, clock.instant());
        var across =
                playbook.posts().stream()
                        .flatMap(it -> it.ground().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        var nodes = ground.laid(place, part, across);
        var made = new ArrayList<>(departments(playbook, TerritoryCode.of(region)));
        var listed = new ArrayList<>(leads(playbook, TerritoryCode.of(region)));
        for (var node : nodes) {
            made.addAll(bodies(node));
            listed.addAll(duties(node, playbook));
        }
        var units = bodies.save(region, made, Ground.SINCE).ids();
        duties.save(region, listed, Ground.SINCE);
        var grants = new LinkedHashMap<String, NewGrant>();
        desks(grants, region, nodes);
        units.forEach((key, id) ->
                grants.put("u-" + key, NewGrant.of("unit-handler", TerritoryCode.of(region), id)));
        var held = held(grants, playbook, TerritoryCode.of(region), nodes);
        var ids = people.hired(region, grants);
        posts.save(region, held.stream().map(it -> it.entry(ids)).toList(), Ground.SINCE);
        return new Settled(place, playbook, nodes, units, ids, organisations, people);
    }

    /// A post that one person with an account holds.
    private record Held(PostKind post, TerritoryCode area) {
        String login() {
            return post.key() + "-" + area;
        }

        PostEdits.Entry entry(Map<String, UUID> ids) {
            return new PostEdits.Entry(
                    post.key(),
                    post.name().zh(),
                    leading(area),
                    area,
                    List.of(
                            new PostEdits.Holder(
                                    Objects.requireNonNull(ids.get(login())), login())));
        }
    }

    private static String leading(TerritoryCode area) {
        return switch (area.level()) {
            case PROVINCE, CITY, COUNTY -> CENTRE;
            case STREET -> "st-" + area;
            case COMMUNITY, GRID, MICRO_GRID -> "c-" + area.at(Level.COMMUNITY);
        };
    }

    private static void desks(Map<String, NewGrant> grants, String region, List<Node> nodes) {
        var county = TerritoryCode.of(region);
        grants.put("desk-" + region, NewGrant.of("county-desk", county));
        for (var node : nodes) {
            switch (node.code().level()) {
                case STREET ->
                        grants.put("desk-" + node.code(), NewGrant.of("street-desk", node.code()));
                case COMMUNITY ->
                        grants.put(
                                "desk-" + node.code(), NewGrant.of("community-desk", node.code()));
                case PROVINCE, CITY, COUNTY, GRID, MICRO_GRID -> {}
            }
        }
    }

    private static List<Held> held(
            Map<String, NewGrant> grants,
            Playbook playbook,
            TerritoryCode county,
            List<Node> nodes) {
        var after = playbook.matter().loop().after();
        var judging = new HashSet<String>();
        after.verifier().ifPresent(judging::add);
        after.revisit().by().ifPresent(judging::add);
        var held = new ArrayList<Held>();
        for (var post : playbook.posts()) {
            var level = LEVELS.get(post.level());
            var areas =
                    level == Level.COUNTY
                            ? List.of(county)
                            : nodes.stream()
                                    .filter(it -> it.code().level() == level)
                                    .filter(it -> stands(post, it.kind()))
                                    .map(Node::code)
                                    .toList();
            for (var area : areas) {
                var one = new Held(post, area);
                boolean leads = judging.contains(post.key()) || post.key().endsWith("chief");
                grants.put(one.login(), NewGrant.of(role(area.level(), leads), area));
                held.add(one);
            }
        }
        return held;
    }

    private static boolean stands(PostKind post, Kind kind) {
        return post.ground()
                .map(kind::equals)
                .orElse(kind != Kind.BUILDING && kind != Kind.SEGMENT && kind != Kind.ESTATE);
    }

    private static String role(Level level, boolean leads) {
        return switch (level) {
            case PROVINCE, CITY, COUNTY -> "county-desk";
            case STREET -> "street-desk";
            case COMMUNITY -> "community-desk";
            case GRID, MICRO_GRID -> leads ? "grid-chief" : "grid-worker";
        };
    }

    private static List<OrgEdits.Entry> departments(Playbook playbook, TerritoryCode county) {
        var made = new ArrayList<OrgEdits.Entry>();
        made.add(body(CENTRE, "指挥中心", OrganisationKind.CENTRE, Optional.empty(), county));
        playbook.units()
                .forEach((key, name) -> {
                    if (!OF_PLACES.contains(key)) {
                        made.add(body(key, name.zh(), kind(key), Optional.of(CENTRE), county));
                    }
                });
        return made;
    }

    private static OrganisationKind kind(String unit) {
        return switch (unit) {
            case "owners-committee" -> OrganisationKind.OWNERS_COMMITTEE;
            case "estate-branch", "fusion-body" -> OrganisationKind.PARTY_ORGANISATION;
            default -> OrganisationKind.DEPARTMENT;
        };
    }

    private static List<OrgEdits.Entry> bodies(Node node) {
        var code = node.code();
        return switch (code.level()) {
            case STREET ->
                    List.of(
                            body(
                                    leading(code),
                                    node.name(),
                                    OrganisationKind.STREET_OFFICE,
                                    Optional.of(CENTRE),
                                    code));
            case COMMUNITY ->
                    List.of(
                            body(
                                    leading(code),
                                    node.name(),
                                    OrganisationKind.COMMUNITY_COMMITTEE,
                                    Optional.of(leading(code.at(Level.STREET))),
                                    code),
                            body(
                                    "firm-" + code,
                                    node.name() + "物业",
                                    OrganisationKind.PROPERTY_COMPANY,
                                    Optional.empty(),
                                    code));
            case PROVINCE, CITY, COUNTY, GRID, MICRO_GRID -> List.of();
        };
    }

    private static OrgEdits.Entry body(
            String key,
            String name,
            OrganisationKind kind,
            Optional<String> parent,
            TerritoryCode at) {
        return new OrgEdits.Entry(key, name, kind, parent, Optional.of(at));
    }

    /// Each item lies with the unit that the playbook says leads it.
    private static List<DutyEdits.Entry> leads(Playbook playbook, TerritoryCode county) {
        return playbook.items().stream()
                .flatMap(item ->
                        item.more().lead().stream()
                                .filter(lead -> !OF_PLACES.contains(lead))
                                .map(lead -> new DutyEdits.Entry(lead, item.key(), county, 1)))
                .toList();
    }

    private static List<DutyEdits.Entry> duties(Node node, Playbook playbook) {
        var code = node.code();
        return switch (code.level()) {
            case STREET -> led(playbook, "street-office", leading(code), code);
            case COMMUNITY -> {
                var all = led(playbook, "community-committee", leading(code), code);
                all.addAll(led(playbook, "property", "firm-" + code, code));
                all.add(new DutyEdits.Entry("firm-" + code, "estate", code, 1));
                all.add(new DutyEdits.Entry(leading(code), "*", code, 1));
                yield all;
            }
            case PROVINCE, CITY, COUNTY, GRID, MICRO_GRID -> List.of();
        };
    }

    private static List<DutyEdits.Entry> led(
            Playbook playbook, String role, String body, TerritoryCode area) {
        var entries = new ArrayList<DutyEdits.Entry>();
        for (var item : playbook.items()) {
            if (item.more().lead().filter(role::equals).isPresent()) {
                entries.add(new DutyEdits.Entry(body, item.key(), area, 1));
            }
        }
        return entries;
    }
}
