package org.huying.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.huying.bench.Story.Ending;
import org.huying.vault.Chain;
import org.huying.vault.Cipher;
import org.jspecify.annotations.Nullable;

/// Stores the matters of three years with their full history, by COPY. Deterministic but for ids.
final class Seeder {
    private static final int CHUNK = 5_000;
    private static final int WRITERS = 2;
    private static final int PHONES = 10_000;
    private static final long SEED = 20_260_101L;
    private static final String MATTER =
            """
            region, id, version, number, request_key, playbook, playbook_version, channel, demand, title, body, place,
            reporter, contact_name, contact_phone, phone_index, reported_at, item, item_class, area, lon, lat, state,
            unit, round, outcome, answer, unreached, stage, since, due_at, whole_due_at, late_stages, changed_at, steps,
            chain
            """;
    private static final String STEP =
            """
            region, matter, seq, at, actor, actor_name, act, from_state, to_state, note, facts, key, hash
            """;

    private final DataSource database;
    private final Scene scene;
    private final Instant now;
    private final byte[][] sealed = new byte[PHONES][];
    private final byte[][] blind = new byte[PHONES][];
    private final byte[] name;

    Seeder(DataSource database, Cipher cipher, Scene scene, Instant now) {
        this.database = database;
        this.scene = scene;
        this.now = now;
        this.name = cipher.seal("王小明");
        for (int i = 0; i < PHONES; i++) {
            var phone = "1390000%04d".formatted(i);
            sealed[i] = cipher.seal(phone);
            blind[i] = cipher.blind(phone);
        }
    }

    void store(long rows, LongConsumer progress) {
        var done = new AtomicLong();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var chunks = new ArrayList<Future<?>>();
            for (long from = 0; from < rows; from += CHUNK) {
                long first = from;
                long last = Math.min(rows, from + CHUNK);
                chunks.add(
                        writers.submit(() -> {
                            chunk(rows, first, last);
                            progress.accept(done.addAndGet(last - first));
                            return null;
                        }));
            }
            for (var chunk : chunks) {
                chunk.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Seeding failed", e);
        }
    }

    private void chunk(long rows, long first, long last) throws SQLException, IOException {
        var matters = new CopyText();
        var steps = new CopyText();
        for (long i = first; i < last; i++) {
            var story = new Story(scene, rows, i, now, new SplittableRandom(SEED + i));
            matter(matters, story);
            steps(steps, story);
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            matters.send(connection, "matter.matter", MATTER);
            steps.send(connection, "matter.step", STEP);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void matter(CopyText row, Story story) {
        int who = Integer.parseInt(story.phone.substring(7));
        boolean contact = who % 5 < 2;
        var subject = scene.items().get(story.subject);
        row.with(scene.region())
                .with(story.id)
                .with(story.ending.version)
                .with(story.number)
                .with(key(story))
                .with(scene.playbook())
                .with(scene.playbookVersion())
                .with(story.channel)
                .with(story.demand)
                .with(story.title)
                .with(story.text)
                .with(story.place)
                .with(story.reporter)
                .with(contact ? name : null)
                .with(contact ? sealed[who] : null)
                .with(contact ? blind[who] : null)
                .with(story.reportedAt)
                .with(subject.key())
                .with(subject.itemClass())
                .with(scene.communities().get(story.community))
                .with(story.lon)
                .with(story.lat);
        standing(row, story);
        row.end();
    }

    private void standing(CopyText row, Story story) {
        var ending = story.ending;
        row.with(ending.name())
                .with(ending.assigned() ? scene.units().get(story.unit) : null)
                .with(ending.assigned() ? 1 : 0)
                .with(ending.handled() ? story.outcome : null)
                .with(ending.steps >= Ending.RATED.steps ? "satisfied" : null)
                .with(0)
                .with(ending.stage.isEmpty() ? null : ending.stage)
                .with(story.changedAt())
                .with(due(story))
                .with(story.reportedAt.plusSeconds(15 * 86_400L))
                .with(story.late ? "HANDLE" : "")
                .with(story.changedAt())
                .with(ending.steps)
                .with(story.chain);
    }

    private @Nullable Instant due(Story story) {
        return story.ending.stage.isEmpty()
                ? null
                : now.plusSeconds((story.reportedAt.toEpochMilli() % 432_000) - 86_400);
    }

    private static java.util.UUID key(Story story) {
        var mixed = Chain.link(Chain.start(), story.id.toString());
        return java.util.UUID.nameUUIDFromBytes(mixed);
    }

    private void steps(CopyText row, Story story) {
        for (var step : story.steps) {
            row.with(step.region())
                    .with(step.subject())
                    .with(step.seq())
                    .with(step.at())
                    .with(step.actor())
                    .with(step.actorName())
                    .with(step.act())
                    .with(step.from())
                    .with(step.to())
                    .with(step.note())
                    .with(step.facts())
                    .with(null)
                    .with(step.hash())
                    .end();
        }
    }
}
