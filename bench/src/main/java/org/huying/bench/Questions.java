package org.huying.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huying.bench.Question.Asked;
import org.huying.insight.sql.Box;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.sql.MatterFilter;
import org.huying.insight.sql.Place;
import org.huying.insight.sql.Statement;
import org.huying.insight.sql.Terms;
import org.huying.matter.MatterSql;
import org.huying.territory.TerritoryCode;

/// The questions of the lists bench: what those who work in Huying look at all day.
final class Questions {
    static final int LINES = 20;

    private static final List<String> STATES =
            List.of("CLOSED", "CLOSED", "DISPATCHED", "IN_PROGRESS", "VERIFYING");
    private static final List<String> WORDS =
            List.of("路灯", "井盖", "电梯", "停水", "物业", "广场舞", "消防通道", "下水道", "小广告", "噪音 施工");
    private static final int BOX_LINES = 200;
    private static final double BOX_SIDE = 0.03;

    private final Scene scene;
    private final Staff staff;
    private final List<UUID> known;
    private final String region;

    /// `known` are ids of stored matters.
    Questions(Scene scene, Staff staff, List<UUID> known) {
        this.scene = scene;
        this.staff = staff;
        this.known = known;
        this.region = scene.region();
    }

    List<Question> all() {
        return List.of(
                new Question("my_work_assignee", 15, this::assignee),
                new Question("my_work_area", 15, this::area),
                new Question("default_list", 15, this::latest),
                new Question("filtered_list", 15, this::filtered),
                new Question("box", 10, this::box),
                new Question("search_common", 2, random -> search(random, Phrases.COMMON)),
                new Question("search_words", 6, random -> search(random, pick(random, WORDS))),
                new Question("search_rare", 2, random -> search(random, Phrases.RARE)),
                new Question("one_matter", 15, this::one),
                new Question("similar", 5, this::similar));
    }

    private Asked assignee(SplittableRandom random) {
        var unit = pick(random, scene.units());
        var cuts = List.of(new Cut(Optional.empty(), Optional.of(unit)));
        var statement =
                ListStatements.assigned(
                        region,
                        cuts,
                        Optional.of(new ListStatements.Own(unit, cuts)),
                        MatterFilter.NONE,
                        Place.FIRST_DUE,
                        LINES);
        var who = staff.handlers().getOrDefault(unit, "");
        return asked("/lists/my-work?axis=assignee", who, statement);
    }

    private Asked area(SplittableRandom random) {
        int street = random.nextInt(staff.streets().size());
        var cut = new Cut(Optional.of(street(street)), Optional.empty());
        var statement =
                ListStatements.work(
                        region, List.of(cut), MatterFilter.NONE, Place.FIRST_DUE, LINES);
        return asked("/lists/my-work?axis=area", staff.streets().get(street), statement);
    }

    private Asked latest(SplittableRandom random) {
        var statement =
                ListStatements.matters(
                        region, List.of(Cut.WHOLE), MatterFilter.NONE, Place.NEWEST, LINES);
        return asked("/lists/matters", pick(random, staff.desks()), statement);
    }

    private Asked filtered(SplittableRandom random) {
        var street = street(random.nextInt(staff.streets().size()));
        var item = pick(random, scene.items()).key();
        var state = pick(random, STATES);
        var filter =
                new MatterFilter(
                        Optional.of(street),
                        Optional.of(item),
                        Optional.of(state),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var statement =
                ListStatements.matters(region, List.of(Cut.WHOLE), filter, Place.NEWEST, LINES);
        var path = "/lists/matters?area=" + street + "&item=" + item + "&state=" + state;
        return asked(path, pick(random, staff.desks()), statement);
    }

    private Asked box(SplittableRandom random) {
        int community = random.nextInt(scene.communities().size());
        double west = scene.lon(community);
        double south = scene.lat(community);
        var box = new Box(west, south, west + BOX_SIDE, south + BOX_SIDE);
        var statement = ListStatements.box(region, List.of(Cut.WHOLE), box, BOX_LINES);
        var path =
                String.format(
                        Locale.ROOT,
                        "/lists/box?west=%.4f&south=%.4f&east=%.4f&north=%.4f&limit=%d",
                        box.west(),
                        box.south(),
                        box.east(),
                        box.north(),
                        BOX_LINES);
        return asked(path, pick(random, staff.desks()), statement);
    }

    private Asked search(SplittableRandom random, String words) {
        var statement =
                ListStatements.search(
                        region,
                        List.of(Cut.WHOLE),
                        Terms.of(words).orElseThrow(),
                        Place.NEWEST,
                        LINES);
        var path = "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return asked(path, pick(random, staff.desks()), statement);
    }

    private Asked one(SplittableRandom random) {
        var id = pick(random, known);
        var statement = new Statement(MatterSql.FIND, Map.of("region", region, "id", id));
        return asked("/matters/" + id, pick(random, staff.desks()), statement);
    }

    private Asked similar(SplittableRandom random) {
        int community = random.nextInt(scene.communities().size());
        var item = pick(random, scene.items()).key();
        double lon = scene.lon(community) + random.nextDouble() * 0.02;
        double lat = scene.lat(community) + random.nextDouble() * 0.018;
        var path =
                String.format(
                        Locale.ROOT, "/matters/similar?item=%s&lon=%.6f&lat=%.6f", item, lon, lat);
        var statement =
                new Statement(
                        SIMILAR,
                        Map.of(
                                "region",
                                region,
                                "item",
                                item,
                                "since",
                                java.time.Instant.now().minusSeconds(72 * 3600),
                                "west",
                                lon - 0.0005,
                                "east",
                                lon + 0.0005,
                                "south",
                                lat - 0.0005,
                                "north",
                                lat + 0.0005));
        return asked(path, pick(random, staff.desks()), statement);
    }

    /// As `Similar` asks.
    private static final String SIMILAR =
            """
            SELECT number, title, state, lon, lat, reported_at FROM matter.matter
             WHERE region = :region AND item = :item AND reported_at > :since
               AND state NOT IN ('CLOSED', 'REJECTED')
               AND lon BETWEEN :west AND :east AND lat BETWEEN :south AND :north
             ORDER BY reported_at DESC LIMIT 200
            """;

    private Asked asked(String path, String token, Statement statement) {
        return new Asked("/api/v1/" + region + path, Staff.header(token), statement);
    }

    private TerritoryCode street(int number) {
        return TerritoryCode.of(scene.streets().get(number));
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
