package org.huying.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.huying.tile.Tile;
import tools.jackson.databind.json.JsonMapper;

/// The tiles of the map, each kind alone and all mixed: clusters of open matters at several zooms and for several callers,
/// single matters, and outlines.
final class TilesBench {
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final double HALF_WIDE = 0.01;
    private static final double HALF_HIGH = 0.009;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final Plan plan;
    private final Talk talk;

    /// One kind of tile, drawn anew each time.
    private record Kind(String name, Function<SplittableRandom, Wanted> draw) {}

    private record Wanted(String path, String who) {}

    TilesBench(Plan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    Figures run(Path data) {
        var laid = new Seeding(plan, talk).into(data);
        outline(data, laid.scene());
        talk.say("starting the server");
        try (var server = ServerProcess.start(data)) {
            var kinds = kinds(laid);
            talk.say("warming all tiles for %s", plan.warm());
            var used = new Processors[2];
            var outcome =
                    new Load(plan.clients(), plan.warm(), plan.measured())
                            .run(
                                    client -> new Viewer(server.port(), kinds, client),
                                    () -> used[0] = used(server),
                                    () -> used[1] = used(server));
            talk.errors(outcome.tally());
            var each = new Figures();
            for (var kind : kinds) {
                talk.say("%s alone", kind.name());
                var alone =
                        new Load(plan.clients(), SETTLE, EACH)
                                .run(
                                        client -> new Viewer(server.port(), List.of(kind), client),
                                        () -> {},
                                        () -> {});
                talk.errors(alone.tally());
                each.with(kind.name(), new Figures().with(alone));
            }
            return new Figures()
                    .with("bench", "tiles")
                    .with("rows", plan.rows())
                    .with("clients", plan.clients())
                    .with(outcome)
                    .with(used[1].since(used[0]), outcome.tally().all().count())
                    .with("each_alone", each)
                    .with("server_peak_mb", Processors.peakMegabytes(server.pid()));
        }
    }

    private static Processors used(ServerProcess server) {
        return Processors.used(server.pid(), server.postmaster());
    }

    /// Gives each community of the scene the square that its matters lie in.
    private void outline(Path data, Scene scene) {
        talk.say("outlining %,d communities", scene.communities().size());
        try (var ground = new Ground(data)) {
            var territory = ground.part(Territory.class);
            var features = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < scene.communities().size(); i++) {
                var code = TerritoryCode.of(scene.communities().get(i));
                double lon = scene.lon(i);
                double lat = scene.lat(i);
                territory
                        .node(code, Instant.now())
                        .ifPresent(
                                node -> features.add(feature(code.value(), node.name(), lon, lat)));
            }
            var file = Map.of("type", "FeatureCollection", "features", features);
            var outcome =
                    ground.part(OutlineImport.class)
                            .run(
                                    scene.region(),
                                    JsonMapper.shared().valueToTree(file),
                                    new OutlineImport.Request(
                                            Datum.CGCS2000, SINCE, "bench", false));
            if (!outcome.flaws().isEmpty()) {
                throw new IllegalStateException("Outlines: " + outcome.flaws().getFirst());
            }
        }
    }

    private static Map<String, Object> feature(String code, String name, double lon, double lat) {
        double west = lon - HALF_WIDE;
        double east = lon + HALF_WIDE;
        double south = lat - HALF_HIGH;
        double north = lat + HALF_HIGH;
        var ring =
                List.of(
                        List.of(west, south),
                        List.of(east, south),
                        List.of(east, north),
                        List.of(west, north),
                        List.of(west, south));
        return Map.of(
                "type",
                "Feature",
                "properties",
                Map.of("code", code, "name", name, "kind", "division"),
                "geometry",
                Map.of("type", "Polygon", "coordinates", List.of(ring)));
    }

    private static List<Kind> kinds(Ground.Laid laid) {
        var scene = laid.scene();
        var staff = laid.staff();
        Function<SplittableRandom, String> desk = random -> pick(random, staff.desks());
        Function<SplittableRandom, String> street = random -> pick(random, staff.streets());
        Function<SplittableRandom, String> unit =
                random -> staff.handlers().getOrDefault(pick(random, scene.units()), "");
        return List.of(
                kind("clusters_county", "matters", 9, "", scene, desk),
                kind("clusters_street", "matters", 12, "", scene, desk),
                kind("clusters_close", "matters", 14, "", scene, desk),
                kind("clusters_of_a_street", "matters", 11, "", scene, street),
                kind("clusters_of_a_unit", "matters", 11, "", scene, unit),
                kind("sums", "matters", 10, "?view=sums", scene, desk),
                kind("singles", "matters", 16, "", scene, desk),
                kind("outlines_wide", "territory", 11, "", scene, desk),
                kind("outlines_close", "territory", 14, "", scene, desk));
    }

    private static Kind kind(
            String name,
            String what,
            int zoom,
            String more,
            Scene scene,
            Function<SplittableRandom, String> who) {
        return new Kind(
                name,
                random -> {
                    int community = random.nextInt(scene.communities().size());
                    int x = (int) Math.scalb(Tile.east(scene.lon(community)), zoom);
                    int y = (int) Math.scalb(Tile.south(scene.lat(community)), zoom);
                    var path =
                            "/api/v1/%s/tiles/%s/%d/%d/%d%s"
                                    .formatted(scene.region(), what, zoom, x, y, more);
                    return new Wanted(path, Staff.header(who.apply(random)));
                });
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static final class Viewer implements Load.Client {
        private final Wire wire;
        private final List<Kind> kinds;
        private final SplittableRandom random;

        Viewer(int port, List<Kind> kinds, int client) throws IOException {
            this.wire = new Wire(port);
            this.kinds = kinds;
            this.random = new SplittableRandom(client);
        }

        @Override
        public void once(Tally tally) throws IOException {
            var kind = kinds.get(random.nextInt(kinds.size()));
            var wanted = kind.draw().apply(random);
            long begin = System.nanoTime();
            int status = wire.get(wanted.path(), wanted.who());
            tally.call(kind.name(), System.nanoTime() - begin);
            if (status != 200) {
                tally.error(wanted.path() + " answered " + status + ": " + wire.body());
            }
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
