package org.huying.bench;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.huying.database.EmbeddedPostgres;

/// One whole round of work after the other over HTTP, and what the database alone can do with the same statements.
final class RoundBench {
    private final Rounds rounds;
    private final Plan plan;
    private final Talk talk;

    RoundBench(Rounds rounds, Plan plan, Talk talk) {
        this.rounds = rounds;
        this.plan = plan;
        this.talk = talk;
    }

    Figures run(Path data) {
        var laid = new Seeding(plan, talk).into(data);
        var figures =
                new Figures()
                        .with("bench", rounds.key())
                        .with("rows", plan.rows())
                        .with("clients", plan.clients());
        double reached = served(data, laid, figures);
        double limit = limit(data, laid.scene(), figures);
        return figures.with("db_limit", limit).with("ratio", reached / limit);
    }

    private double served(Path data, Ground.Laid laid, Figures figures) {
        talk.say("starting the server");
        try (var server = ServerProcess.start(data);
                var database = Database.of(data)) {
            var load = new Load(plan.clients(), plan.warm(), plan.measured());
            var before = new AtomicReference<>(new Snapshot(server, database));
            var after = new AtomicReference<>(before.get());
            talk.say("warming for %s, measuring for %s", plan.warm(), plan.measured());
            var outcome =
                    load.run(
                            client ->
                                    rounds.served(
                                            server.port(), laid.scene(), laid.staff(), client),
                            () -> before.set(new Snapshot(server, database)),
                            () -> after.set(new Snapshot(server, database)));
            talk.errors(outcome.tally());
            long requests = outcome.tally().all().count();
            figures.with(rounds.key() + "s_per_s", outcome.roundsPerSecond())
                    .with(outcome)
                    .with("consumer_lag", after.get().lag)
                    .with(after.get().used.since(before.get().used), requests)
                    .with(
                            "transactions_per_" + rounds.key(),
                            (double) (after.get().transactions - before.get().transactions)
                                    / Math.max(1, outcome.tally().rounds()))
                    .with("server_peak_mb", Processors.peakMegabytes(server.pid()));
            var each = new Figures();
            outcome.tally().calls().forEach((kind, times) -> each.with(kind, times.millis(0.95)));
            figures.with("p95_ms_by_step", each);
            return outcome.roundsPerSecond();
        }
    }

    private double limit(Path data, Scene scene, Figures figures) {
        talk.say("the same statements without the server");
        try (var postgres = EmbeddedPostgres.start(data);
                var database = new Database(postgres.connection())) {
            var load =
                    new Load(
                            plan.clients(), plan.warm().dividedBy(2), plan.measured().dividedBy(2));
            var used = new Processors[2];
            var outcome =
                    load.run(
                            client -> rounds.alone(database, scene, client),
                            () -> used[0] = Processors.usedWithoutServer(data),
                            () -> used[1] = Processors.usedWithoutServer(data));
            talk.errors(outcome.tally());
            figures.withAlone(outcome, used[1].since(used[0]));
            database.run("DELETE FROM eventlog.event WHERE kind = '" + StatementClient.KIND + "'");
            return outcome.roundsPerSecond();
        }
    }

    private record Snapshot(Processors used, long transactions, long lag) {
        Snapshot(ServerProcess server, Database database) {
            this(
                    Processors.used(server.pid(), server.postmaster()),
                    database.transactions(),
                    database.consumerLag());
        }
    }
}
