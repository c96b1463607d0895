package org.huying.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.sql.Place;
import org.huying.matter.MatterSql;
import org.jspecify.annotations.Nullable;

/// What the database alone can do: the statements of one lifecycle as the server sends them, with parameters of the same
/// kinds and sizes, on a plain connection in autocommit, and nothing between them. Tells each statement as a call.
final class StatementClient implements Load.Client {
    /// The kind of its events, which no consumer reads.
    static final String KIND = "bench.moved";

    private static final int NUMBERS = 50;
    private static final int LINES = 20;
    private static final String RESERVE =
            """
            INSERT INTO matter.number_block AS block (region, day, next) VALUES (:region, :day, 1 + :size)
            ON CONFLICT (region, day) DO UPDATE SET next = block.next + :size
            RETURNING next
            """;
    private static final List<String> ACTS =
            List.of("dispatch", "acknowledge", "handle", "verify", "rate", "close");
    private static final List<String> STATES =
            List.of("DISPATCHED", "IN_PROGRESS", "HANDLED", "VERIFYING", "RATED", "CLOSED");
    private static final List<String> STAGES =
            List.of("ACKNOWLEDGE", "HANDLE", "VERIFY", "RATE", "", "");

    private final Connection connection;
    private final Scene scene;
    private final SplittableRandom random;
    private final Prepared insert;
    private final Prepared advance;
    private final Prepared reserve;
    private final Prepared search;
    private final Map<String, @Nullable Object> searched;
    private final byte[] sealed;
    private int numbers;

    StatementClient(Database database, Scene scene, int client) throws SQLException {
        connection = database.connect();
        this.scene = scene;
        sealed = scene.sealed();
        random = new SplittableRandom(client + System.nanoTime());
        insert = new Prepared(connection, MatterSql.insert(2));
        advance = new Prepared(connection, MatterSql.advance(1));
        reserve = new Prepared(connection, RESERVE);
        var statement =
                ListStatements.numbered(
                        scene.region(),
                        List.of(new Cut(Optional.empty(), Optional.empty())),
                        "-",
                        Place.NEWEST,
                        LINES);
        search = new Prepared(connection, statement.sql());
        searched = new HashMap<>(statement.params());
    }

    private static final List<String> BESIDE =
            List.of(
                    "firstUnit",
                    "rung",
                    "handler",
                    "closedAt",
                    "parent",
                    "master",
                    "aside",
                    "pace");

    @Override
    public void once(Tally tally) throws SQLException {
        if (numbers == 0) {
            numbers = NUMBERS;
            run(
                    tally,
                    "reserve",
                    reserve,
                    Map.of(
                            "region",
                            scene.region(),
                            "day",
                            java.time.LocalDate.of(2000, 1, 1),
                            "size",
                            NUMBERS));
        }
        numbers--;
        var row = fresh();
        step(row, 0, "report", "", "REPORTED", Phrases.text(random, 1, 1));
        step(row, 1, "accept", "REPORTED", "ACCEPTED", "");
        event(row, "", "ACCEPTED", "accept");
        run(tally, "report", insert, row);
        var from = "ACCEPTED";
        for (int i = 0; i < ACTS.size(); i++) {
            move(row, i);
            step(row, 0, ACTS.get(i), from, STATES.get(i), i == 2 ? "已到现场核实并修复" : "");
            row.put("seq0", i + 3);
            event(row, from, STATES.get(i), ACTS.get(i));
            run(tally, ACTS.get(i), advance, row);
            from = STATES.get(i);
        }
        searched.put("number0", row.get("number"));
        run(tally, "search", search, searched);
        tally.round();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(
            Tally tally, String kind, Prepared statement, Map<String, @Nullable Object> values)
            throws SQLException {
        long begin = System.nanoTime();
        var answer = statement.run(values);
        tally.call(kind, System.nanoTime() - begin);
        if (!kind.equals("search") && !kind.equals("reserve") && !answer.equals("1")) {
            tally.error(kind + " wrote " + answer);
        }
    }

    private Map<String, @Nullable Object> fresh() {
        int about = random.nextInt(scene.items().size());
        int community = random.nextInt(scene.communities().size());
        var now = now();
        var row = new HashMap<String, @Nullable Object>();
        row.put("region", scene.region());
        row.put("id", Ids.next());
        row.put("version", 1);
        row.put("number", scene.region() + "-000101-" + Long.toString(random.nextLong() >>> 8, 36));
        row.put("requestKey", new UUID(random.nextLong(), random.nextLong()));
        row.put("playbook", scene.playbook());
        row.put("playbookVersion", scene.playbookVersion());
        row.put("channel", "hotline-12345");
        row.put("demand", "complaint");
        row.put("title", Phrases.title(random, about));
        row.put("body", Phrases.text(random, about, 1));
        row.put("place", Phrases.place(random));
        row.put("reporter", new UUID(1, 1));
        row.put("requester", null);
        row.put("contactName", sealed);
        row.put("contactPhone", sealed);
        row.put("phoneIndex", phoneIndex());
        row.put("source", null);
        row.put("hidden", false);
        row.put("fields", null);
        row.put("sealedFields", null);
        row.put("reportedAt", now);
        row.put("item", scene.items().get(about).key());
        row.put("itemClass", scene.items().get(about).itemClass());
        row.put("area", scene.communities().get(community));
        row.put("lon", scene.lon(community) + random.nextDouble() * 0.02);
        row.put("lat", scene.lat(community) + random.nextDouble() * 0.018);
        standing(row, "ACCEPTED", "DISPATCH", now);
        return row;
    }

    private void move(Map<String, @Nullable Object> row, int act) {
        row.put("version", act + 1);
        standing(row, STATES.get(act), STAGES.get(act), now());
        row.put("unit", scene.units().get(act));
        row.put("round", 1);
        row.put("outcome", act >= 2 ? "已到现场核实并修复" : null);
        row.put("answer", act >= 4 ? "satisfied" : null);
        row.put("steps", act + 3);
        row.put("firstUnit", scene.units().getFirst());
        row.put("rung", "department");
        row.put("handler", act >= 2 ? scene.units().getFirst() : null);
        row.put("closedAt", STAGES.get(act).isEmpty() ? now() : null);
    }

    private void standing(
            Map<String, @Nullable Object> row, String state, String stage, Instant now) {
        row.put("state", state);
        row.put("unit", null);
        row.put("person", null);
        row.put("round", 0);
        row.put("reason", null);
        row.put("outcome", null);
        row.put("answer", null);
        row.put("unreached", 0);
        row.put("stage", stage.isEmpty() ? null : stage);
        row.put("since", now);
        row.put("due", stage.isEmpty() ? null : now.plus(2, ChronoUnit.HOURS));
        row.put("wholeDue", now.plus(15, ChronoUnit.DAYS));
        row.put("lateStages", "");
        row.put("changedAt", now);
        row.put("steps", 2);
        row.put("chain", hash());
        row.put("reply", null);
        row.put("alarm", stage.isEmpty() ? null : now.plus(1, ChronoUnit.HOURS));
        BESIDE.forEach(column -> row.put(column, null));
    }

    private void step(
            Map<String, @Nullable Object> row,
            int at,
            String act,
            String from,
            String to,
            String note) {
        row.put("key", null);
        row.put("seq" + at, at + 1);
        row.put("at" + at, now());
        row.put("actor" + at, new UUID(1, 1));
        row.put("actorName" + at, "值班员");
        row.put("act" + at, act);
        row.put("from" + at, from);
        row.put("to" + at, to);
        row.put("note" + at, note);
        row.put("facts" + at, "{\"unit\":\"" + scene.units().getFirst() + "\"}");
        row.put("hash" + at, hash());
    }

    private void event(Map<String, @Nullable Object> row, String from, String to, String act) {
        row.put("eventRegion", scene.region());
        row.put("eventId", Ids.next());
        row.put("eventKind", KIND);
        row.put("eventSubject", row.get("id"));
        row.put(
                "eventFacts",
                "{\"region\":\"%s\",\"subject\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"act\":\"%s\",\"actor\":\"%s\",\"at\":\"%s\"}"
                        .formatted(
                                scene.region(),
                                row.get("id"),
                                from,
                                to,
                                act,
                                row.get("id"),
                                now()));
        row.put("eventAt", now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private byte[] hash() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] phoneIndex() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }
}
