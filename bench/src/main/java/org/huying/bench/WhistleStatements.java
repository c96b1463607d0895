package org.huying.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huying.database.Ids;
import org.huying.whistle.WhistleSql;
import org.jspecify.annotations.Nullable;

/// What the database alone can do: the statements of one whistle as the server sends them, with parameters of the same
/// kinds and sizes, on a plain connection in autocommit, and nothing between them. Tells each statement as a call.
final class WhistleStatements implements Load.Client {

    private static final int UNITS = 3;
    private static final int NUMBERS = 20;
    private static final String RESERVE =
            """
            INSERT INTO whistle.number_block AS block (region, day, next) VALUES (:region, :day, 1 + :size)
            ON CONFLICT (region, day) DO UPDATE SET next = block.next + :size
            RETURNING next
            """;
    private static final String HISTORY =
            "SELECT * FROM whistle.step WHERE region = :region AND whistle = :id ORDER BY seq";

    /// A step: how it is called, what the whistle is then, and the first and last unit that it changes.
    private record Act(String key, String state, String unitState, int first, int end) {}

    private static final List<Act> ACTS =
            List.of(
                    new Act("check-in", "IN_PROGRESS", "CHECKED_IN", 0, 1),
                    new Act("check-in", "IN_PROGRESS", "CHECKED_IN", 1, 2),
                    new Act("check-in", "IN_PROGRESS", "CHECKED_IN", 2, 3),
                    new Act("record", "IN_PROGRESS", "CHECKED_IN", 0, 0),
                    new Act("sign", "IN_PROGRESS", "CHECKED_IN", 0, 1),
                    new Act("sign", "IN_PROGRESS", "CHECKED_IN", 1, 2),
                    new Act("sign", "IN_PROGRESS", "CHECKED_IN", 2, 3),
                    new Act("submit", "RESULT_SUBMITTED", "CHECKED_IN", 0, 0),
                    new Act("evaluate", "EVALUATED", "CHECKED_IN", 0, UNITS),
                    new Act("close", "CLOSED", "ENDED", 0, UNITS));

    private final Connection connection;
    private final Scene scene;
    private final SplittableRandom random;
    private final Prepared insert;
    private final Prepared advance;
    private final Prepared reserve;
    private final Prepared find;
    private final Prepared history;
    private int numbers;

    WhistleStatements(Database database, Scene scene, int client) throws SQLException {
        connection = database.connect();
        this.scene = scene;
        random = new SplittableRandom(client + System.nanoTime());
        insert = new Prepared(connection, WhistleSql.INSERT);
        advance = new Prepared(connection, WhistleSql.ADVANCE);
        reserve = new Prepared(connection, RESERVE);
        find = new Prepared(connection, WhistleSql.FIND);
        history = new Prepared(connection, HISTORY);
    }

    @Override
    public void once(Tally tally) throws SQLException {
        if (numbers == 0) {
            numbers = NUMBERS;
            var day = LocalDate.of(2000, 1, 1);
            run(
                    tally,
                    "reserve",
                    reserve,
                    Map.of("region", scene.region(), "day", day, "size", NUMBERS));
        }
        numbers--;
        int first = random.nextInt(scene.units().size() - UNITS + 1);
        var units = scene.units().subList(first, first + UNITS);
        var row = blown(units);
        write(tally, "blow", insert, row);
        for (int i = 0; i < ACTS.size(); i++) {
            var act = ACTS.get(i);
            step(row, act.key(), act.state(), i + 1);
            row.put("summons", summons(units, act));
            write(tally, act.key(), advance, row);
        }
        run(tally, "show", find, row);
        run(tally, "show", history, row);
        tally.round();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Map<String, @Nullable Object> blown(List<UUID> units) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("region", scene.region());
        row.put("id", Ids.next());
        row.put(
                "number",
                scene.region() + "-W000101-" + Long.toString(random.nextLong() >>> 8, 36));
        row.put("requestKey", new UUID(random.nextLong(), random.nextLong()));
        row.put("playbook", scene.playbook());
        row.put("playbookVersion", scene.playbookVersion());
        row.put("rung", "street-to-department");
        row.put("cause", "joint-enforcement");
        row.put("item", null);
        row.put("noItemReason", "清单里没有");
        row.put("emergency", false);
        row.put("matter", null);
        row.put("matterNumber", null);
        row.put("title", Phrases.title(random, 1));
        row.put("body", Phrases.text(random, 1, 1));
        row.put("area", scene.streets().getFirst());
        row.put("place", Phrases.place(random));
        row.put("lon", null);
        row.put("lat", null);
        row.put("callerUnit", null);
        row.put("callerNode", scene.streets().getFirst());
        row.put("caller", new UUID(1, 1));
        row.put("callerName", "值班员");
        row.put("evaluated", true);
        row.put("blownAt", now());
        step(row, "blow", "BLOWN", 0);
        row.put("version", 1);
        row.put("summons", summons(units, new Act("blow", "BLOWN", "SUMMONED", 0, UNITS)));
        return row;
    }

    private void step(Map<String, @Nullable Object> row, String act, String state, int version) {
        boolean record = version > 3;
        row.put("version", version);
        row.put("state", state);
        row.put("recordRevision", record ? 1 : 0);
        row.put("record", record ? Phrases.outcome(random) : null);
        row.put("outcome", version > 7 ? Phrases.outcome(random) : null);
        row.put("withdrawn", null);
        row.put("changedAt", now());
        row.put("steps", version + 1);
        row.put("chain", hash());
        row.put("actor", new UUID(1, 1));
        row.put("actorName", "值班员");
        row.put("act", act);
        row.put("from", "IN_PROGRESS");
        row.put("to", state);
        row.put("note", "");
        row.put("facts", "{\"unit\":\"" + scene.units().getFirst() + "\"}");
        row.put("key", null);
        row.put("eventRegion", scene.region());
        row.put("eventId", Ids.next());
        row.put("eventKind", StatementClient.KIND);
        row.put("eventSubject", row.get("id"));
        row.put(
                "eventFacts",
                "{\"region\":\"%s\",\"subject\":\"%s\",\"from\":\"\",\"to\":\"%s\",\"act\":\"%s\",\"unit\":\"%s\",\"actor\":\"%s\",\"at\":\"%s\"}"
                        .formatted(
                                scene.region(),
                                row.get("id"),
                                state,
                                act,
                                row.get("id"),
                                row.get("id"),
                                now()));
        row.put("eventAt", now());
    }

    private static String summons(List<UUID> units, Act act) {
        var now = now();
        return IntStream.range(act.first(), act.end())
                .mapToObj(i ->
                        """
                        {"unit":"%s","lead":%s,"state":"%s","since":"%s","due_at":"%s","received_at":"%s","received_by":"%s",\
                        "arrived_at":"%s","arrived_by":"%s","arrived_name":"值班员","arrived_place":"路口","late":false,\
                        "photos":["%s"],"signed_at":"%s","signed_by":"%s","signed_name":"值班员","rank":%d}\
                        """
                                .formatted(
                                        units.get(i),
                                        i == 0,
                                        act.unitState(),
                                        now,
                                        now.plus(1, ChronoUnit.DAYS),
                                        now,
                                        units.get(i),
                                        now,
                                        units.get(i),
                                        units.get(i),
                                        now,
                                        units.get(i),
                                        now.toEpochMilli()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void run(
            Tally tally,
            String kind,
            Prepared statement,
            Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        long begin = System.nanoTime();
        statement.run(values);
        tally.call(kind, System.nanoTime() - begin);
    }

    private static void write(
            Tally tally, String kind, Prepared statement, Map<String, @Nullable Object> values)
            throws SQLException {
        long begin = System.nanoTime();
        var answer = statement.run(values);
        tally.call(kind, System.nanoTime() - begin);
        if (!answer.equals("1")) {
            tally.error(kind + " wrote " + answer);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private byte[] hash() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
