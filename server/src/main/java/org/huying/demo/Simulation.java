package org.huying.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.huying.client.Loop;
import org.huying.client.Seen;
import org.huying.demo.founding.Cell;
import org.huying.demo.founding.Dice;
import org.huying.demo.founding.Names;
import org.huying.territory.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Life in the town: every second or three somebody says something, and it is worked to its end. What visitors send is
/// answered too, up to their own word.
final class Simulation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final int AT_ONCE = 60;
    private static final int PATIENCE = 3; // seconds
    private static final double RESIDENTS = 0.3;
    private static final double PATROLS = 0.2;
    private static final double HOTLINE = 0.2;
    private static final double PICTURES = 0.35;

    private final Cast cast;
    private final People people;
    private final Life life;
    private final Strangers strangers;
    private final Letters letters;
    private final Pause pause;
    private final List<Story> stories;
    private final List<Cell> homes;
    private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Simulation(
            Cast cast,
            People people,
            Pause pause,
            List<Story> stories,
            List<Cell> cells,
            Visitors visitors) {
        this.cast = cast;
        this.people = people;
        this.pause = pause;
        this.stories = stories;
        this.strangers = new Strangers(cast, people, visitors);
        this.letters = new Letters(people);
        this.life = new Life(cast, people, pause, Story.outcomes());
        this.homes = Cell.homes(cells);
    }

    /// Goes on until it is closed.
    void start() {
        threads.execute(() -> quietly(this::arrive));
        threads.execute(() -> quietly(this::welcome));
    }

    /// Works `number` matters to their end; answers those that were closed.
    int run(int number) {
        var work = new ArrayList<Future<Seen>>();
        for (int i = 0; i < number; i++) {
            var chance = Dice.of("once" + i + ":" + ThreadLocalRandom.current().nextInt());
            work.add(threads.submit(() -> live(chance)));
        }
        int closed = 0;
        for (var one : work) {
            try {
                closed += one.get().open() ? 0 : 1;
            } catch (ExecutionException e) {
                LOG.warn("A matter of the demo got stuck", e.getCause());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return closed;
    }

    private Set<UUID> arrive() {
        while (!pause.ended()) {
            pause.between(1, 3);
            free.acquireUninterruptibly();
            var chance = Dice.of(Long.toString(ThreadLocalRandom.current().nextLong()));
            threads.execute(() -> busy(() -> live(chance)));
        }
        return inHand;
    }

    /// Looks for what others sent, visitors first, and for what was left over from another day, a little at a time;
    /// what visitors look after themselves stays with them.
    private Set<UUID> welcome() {
        while (!pause.ended()) {
            pause.between(3, 5);
            quietly(() -> {
                var found = strangers.waiting(inHand);
                for (var id : found) {
                    if (inHand.add(id)) {
                        free.acquireUninterruptibly();
                        threads.execute(() -> busy(() -> adopt(id)));
                    }
                }
                return found;
            });
        }
        return inHand;
    }

    private Seen adopt(UUID id) {
        try {
            var matter = cast.as(people.county(), loop -> loop.show(id));
            return life.work(matter, (seen, _) -> handed(seen));
        } finally {
            inHand.remove(id);
        }
    }

    /// What nobody of the simulation sent waits for the word of whoever did, unless that was the simulation long ago.
    private Optional<Seen> handed(Seen matter) {
        return matter.late().isEmpty() ? Optional.empty() : onBehalf(matter, "basically-satisfied");
    }

    private Seen live(Dice dice) {
        var story = dice.one(stories);
        var home = dice.one(homes);
        double luck = dice.fraction();
        if (luck < RESIDENTS) {
            return resident(dice, story, home);
        }
        if (luck < RESIDENTS + PATROLS) {
            var worker = cast.login("w" + home.code().at(Level.GRID)).orElseGet(people::county);
            return staffed(worker, letters.write("patrol", story, home, dice));
        }
        if (luck < RESIDENTS + PATROLS + HOTLINE) {
            var desk = cast.login("s" + home.code().at(Level.STREET)).orElseGet(people::county);
            var body = letters.write("phone", story, home, dice);
            body.put(
                    "contact",
                    Map.of(
                            "name",
                            Names.person(dice),
                            "phone",
                            "19900000" + dice.between(100, 999)));
            return staffed(desk, body);
        }
        return passer(dice, story, home);
    }

    private Seen resident(Dice dice, Story story, Cell home) {
        var who = cast.resident(dice);
        var report =
                cast.as(who, loop -> report(loop, letters.write("web", story, home, dice), dice));
        return work(
                report,
                (matter, answer) ->
                        Optional.of(
                                cast.as(
                                        who,
                                        loop ->
                                                loop.step(
                                                        matter,
                                                        "rate",
                                                        "demo:"
                                                                + matter.id()
                                                                + ":rate:"
                                                                + matter.version(),
                                                        Map.of("answer", answer),
                                                        Optional.empty()))));
    }

    private Seen passer(Dice dice, Story story, Cell home) {
        var report = report(cast.anybody(), letters.write("snap", story, home, dice), dice);
        return work(
                report,
                (matter, answer) -> {
                    cast.anybody()
                            .api()
                            .post(
                                    "/api/v1/"
                                            + matter.region()
                                            + "/track/"
                                            + matter.number()
                                            + "/rate",
                                    Map.of("answer", answer),
                                    Map.of("X-Tracking-Secret", report.secret()))
                            .orThrow();
                    return Optional.of(
                            cast.as(people.desk(matter), loop -> loop.show(matter.id())));
                });
    }

    private Seen staffed(UUID who, Map<String, Object> body) {
        var report =
                cast.as(
                        who,
                        loop -> loop.report("demo:" + UUID.randomUUID(), body, Optional.empty()));
        return work(report, this::onBehalf);
    }

    private Optional<Seen> onBehalf(Seen matter, String answer) {
        return people.checker(matter)
                .map(who -> cast.as(who, loop -> calledBack(loop, matter, answer)));
    }

    private static Seen calledBack(Loop loop, Seen matter, String answer) {
        return loop.step(
                matter,
                "rate",
                "demo:" + matter.id() + ":rate:" + matter.version(),
                Map.of("answer", answer, "comment", "电话回访"),
                Optional.empty());
    }

    private Seen work(Loop.Reported report, Life.Rater rater) {
        inHand.add(report.matter().id());
        try {
            return life.work(report.matter(), rater);
        } finally {
            inHand.remove(report.matter().id());
        }
    }

    private static Loop.Reported report(Loop loop, Map<String, Object> body, Dice dice) {
        if (dice.chance(PICTURES)) {
            var name = String.valueOf(body.get("title"));
            body.put("attachments", List.of(loop.picture("report.jpg", Scene.of("report", name))));
        }
        return loop.report("demo:" + UUID.randomUUID(), body, Optional.empty());
    }

    private interface Work<T> {
        T run();
    }

    /// What goes wrong with one matter stops nothing else; what goes wrong while stopping is nobody's concern.
    private <T> void quietly(Work<T> work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (pause.ended()) {
                LOG.debug("The demo stops", e);
            } else {
                LOG.warn("A matter of the demo got stuck: {}", e.toString());
            }
        }
    }

    private <T> void busy(Work<T> work) {
        try {
            quietly(work);
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        pause.end();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.debug("Somebody in the demo is still busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
