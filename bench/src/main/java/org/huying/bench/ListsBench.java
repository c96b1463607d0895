package org.huying.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huying.database.EmbeddedPostgres;

/// The lists, each alone and all mixed, and what the database alone can do with the same statements in the same mix.
final class ListsBench {
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int KNOWN = 5_000;
    private static final int HUNDRED = 100;

    private final Plan plan;
    private final Talk talk;

    ListsBench(Plan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    Figures run(Path data) {
        var laid = new Seeding(plan, talk).into(data);
        var figures =
                new Figures()
                        .with("bench", "lists")
                        .with("rows", plan.rows())
                        .with("clients", plan.clients());
        double reached = served(data, laid, figures);
        talk.say("the same statements without the server");
        try (var postgres = EmbeddedPostgres.start(data);
                var database = new Database(postgres.connection())) {
            var questions = questions(laid, database);
            var used = new Processors[2];
            var outcome =
                    new Load(plan.clients(), plan.warm().dividedBy(2), plan.measured().dividedBy(2))
                            .run(
                                    client -> new Statements(database, mixed(questions), client),
                                    () -> used[0] = Processors.usedWithoutServer(data),
                                    () -> used[1] = Processors.usedWithoutServer(data));
            talk.errors(outcome.tally());
            figures.withAlone(outcome, used[1].since(used[0]));
            double limit = outcome.callsPerSecond();
            return figures.with("db_limit", limit).with("ratio", reached / limit);
        }
    }

    private double served(Path data, Ground.Laid laid, Figures figures) {
        talk.say("starting the server");
        try (var server = ServerProcess.start(data);
                var database = Database.of(data)) {
            var questions = questions(laid, database);
            talk.say("warming all lists for %s", plan.warm());
            var mix = new Load(plan.clients(), plan.warm(), plan.measured());
            var before = new Processors[2];
            var outcome =
                    mix.run(
                            client -> new Caller(server.port(), mixed(questions), client),
                            () -> before[0] = used(server),
                            () -> before[1] = used(server));
            talk.errors(outcome.tally());
            figures.with(outcome).with(before[1].since(before[0]), outcome.tally().all().count());
            var each = new Figures();
            for (var question : questions) {
                talk.say("%s alone", question.name());
                var alone =
                        new Load(plan.clients(), SETTLE, EACH)
                                .run(
                                        client ->
                                                new Caller(
                                                        server.port(), List.of(question), client),
                                        () -> {},
                                        () -> {});
                talk.errors(alone.tally());
                each.with(question.name(), new Figures().with(alone));
            }
            figures.with("each_alone", each)
                    .with("server_peak_mb", Processors.peakMegabytes(server.pid()));
            return outcome.callsPerSecond();
        }
    }

    private static Processors used(ServerProcess server) {
        return Processors.used(server.pid(), server.postmaster());
    }

    private List<Question> questions(Ground.Laid laid, Database database) {
        var ids =
                database.ids("SELECT id FROM matter.matter TABLESAMPLE SYSTEM (5) LIMIT " + KNOWN);
        return new Questions(
                        laid.scene(), laid.staff(), ids.isEmpty() ? List.of(new UUID(0, 0)) : ids)
                .all();
    }

    /// Each as often as its weight says.
    private static List<Question> mixed(List<Question> questions) {
        var mixed = new ArrayList<Question>(HUNDRED);
        questions.forEach(question -> {
            for (int i = 0; i < question.weight(); i++) {
                mixed.add(question);
            }
        });
        return mixed;
    }

    private static final class Caller implements Load.Client {
        private final Wire wire;
        private final List<Question> questions;
        private final SplittableRandom random;

        Caller(int port, List<Question> questions, int client) throws IOException {
            this.wire = new Wire(port);
            this.questions = questions;
            this.random = new SplittableRandom(client);
        }

        @Override
        public void once(Tally tally) throws IOException {
            var question = questions.get(random.nextInt(questions.size()));
            var asked = question.draw().apply(random);
            long begin = System.nanoTime();
            int status = wire.get(asked.path(), asked.who());
            tally.call(question.name(), System.nanoTime() - begin);
            if (status != 200) {
                tally.error(asked.path() + " answered " + status + ": " + wire.body());
            }
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    private static final class Statements implements Load.Client {
        private final java.sql.Connection connection;
        private final List<Question> questions;
        private final SplittableRandom random;
        private final Map<String, Prepared> prepared = new HashMap<>();

        Statements(Database database, List<Question> questions, int client) {
            this.connection = database.connect();
            this.questions = questions;
            this.random = new SplittableRandom(client);
        }

        @Override
        public void once(Tally tally) throws SQLException {
            var question = questions.get(random.nextInt(questions.size()));
            var statement = question.draw().apply(random).statement();
            var ready = prepared.get(statement.sql());
            if (ready == null) {
                ready = new Prepared(connection, statement.sql());
                prepared.put(statement.sql(), ready);
            }
            long begin = System.nanoTime();
            ready.run(statement.params());
            tally.call(question.name(), System.nanoTime() - begin);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
