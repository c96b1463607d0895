package org.huying.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Open311 as the outside uses it: reading the default list, reading lists that nobody asked for a moment ago, one request
/// by its number, and bringing requests in. Each alone.
final class GatewayBench {
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final String PLACE = "jurisdiction_id=" + Ground.REGION;
    private static final String PACKED = "Accept-Encoding: gzip\r\n";
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private final Plan plan;
    private final Talk talk;

    GatewayBench(Plan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    Figures run(Path data) {
        var laid = new Seeding(plan, talk).into(data);
        var figures =
                new Figures()
                        .with("bench", "gateway")
                        .with("rows", plan.rows())
                        .with("clients", plan.clients());
        talk.say("starting the server");
        try (var server = ServerProcess.start(data);
                var database = Database.of(data)) {
            var numbers =
                    database.texts(
                            "SELECT number FROM insight.matter_row WHERE item = 'street-lamp' LIMIT 2000");
            if (numbers.isEmpty()) {
                throw new IllegalStateException("There are no street lamps to ask about");
            }
            for (var act : Act.values()) {
                talk.say("%s for %s after %s", act.key(), plan.measured(), plan.warm());
                measure(act, server, laid, numbers, figures);
            }
            figures.with("server_peak_mb", Processors.peakMegabytes(server.pid()));
        }
        return figures;
    }

    /// What is measured; the first and the third are the ones that must hold.
    private enum Act {
        LIST,
        LIST_JSON_100,
        LIST_NARROWED,
        ONE,
        CREATE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private void measure(
            Act act,
            ServerProcess server,
            Ground.Laid laid,
            List<String> numbers,
            Figures figures) {
        var warm = act == Act.LIST || act == Act.CREATE ? plan.warm() : SETTLE;
        var used = new Processors[2];
        var outcome =
                new Load(plan.clients(), warm, plan.measured())
                        .run(
                                client -> new Caller(server.port(), act, laid, numbers, client),
                                () -> used[0] = Processors.used(server.pid(), server.postmaster()),
                                () -> used[1] = Processors.used(server.pid(), server.postmaster()));
        talk.errors(outcome.tally());
        figures.with(
                act.key(),
                new Figures()
                        .with(outcome)
                        .with(used[1].since(used[0]), outcome.tally().all().count()));
    }

    private static final class Caller implements Load.Client {
        private final Wire wire;
        private final Act act;
        private final Scene scene;
        private final List<String> numbers;
        private final String key;
        private final SplittableRandom random;

        Caller(int port, Act act, Ground.Laid laid, List<String> numbers, int client)
                throws IOException {
            this.wire = new Wire(port);
            this.act = act;
            this.scene = laid.scene();
            this.numbers = numbers;
            var machines = laid.staff().machines();
            this.key = machines.get(client % machines.size());
            this.random = new SplittableRandom(client * 1_000_003L + System.nanoTime());
        }

        @Override
        public void once(Tally tally) throws IOException {
            var path = path();
            var form = act == Act.CREATE ? form() : "";
            long begin = System.nanoTime();
            int status = act == Act.CREATE ? wire.form(path, "", form) : wire.get(path, PACKED);
            tally.call(act.key(), System.nanoTime() - begin);
            if (status != (act == Act.CREATE ? 201 : 200)) {
                tally.error(path + " answered " + status + ": " + wire.body());
            }
        }

        private String path() {
            return switch (act) {
                case LIST -> "/open311/v2/requests.xml?" + PLACE;
                case LIST_JSON_100 -> "/open311/v2/requests.json?page_size=100&" + PLACE;
                case LIST_NARROWED ->
                        "/open311/v2/requests.json?page_size=50&page=%d&status=%s&%s"
                                .formatted(
                                        1 + random.nextInt(20),
                                        random.nextBoolean() ? "open" : "closed",
                                        "jurisdiction_id="
                                                + scene.streets()
                                                        .get(
                                                                random.nextInt(
                                                                        scene.streets().size())));
                case ONE ->
                        "/open311/v2/requests/"
                                + numbers.get(random.nextInt(numbers.size()))
                                + ".json?"
                                + PLACE;
                case CREATE -> "/open311/v2/requests.xml";
            };
        }

        private String form() {
            int community = random.nextInt(scene.communities().size());
            return Paths.form(
                    "api_key",
                    key,
                    "jurisdiction_id",
                    Ground.REGION,
                    "service_code",
                    "street-lamp",
                    "lat",
                    String.format(
                            Locale.ROOT,
                            "%.6f",
                            scene.lat(community) + random.nextDouble() * 0.018),
                    "long",
                    String.format(
                            Locale.ROOT, "%.6f", scene.lon(community) + random.nextDouble() * 0.02),
                    "address_string",
                    Phrases.place(random),
                    "description",
                    Phrases.text(random, 2, NUMBERS.incrementAndGet()),
                    "last_name",
                    "王",
                    "first_name",
                    "小明",
                    "phone",
                    "1390000" + (1000 + random.nextInt(9000)),
                    "account_id",
                    Long.toString(NUMBERS.incrementAndGet(), 36));
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
