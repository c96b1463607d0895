package org.huying.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.territory.DivisionImport;
import org.huying.trust.Powers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Every operation that there is, called by everybody who could, with requests that are right, broken and hostile: nothing
/// fails, nothing tells of our inside or of another county, and what is refused is refused as promised.
///
/// `HUYING_FUZZ` sets for how many seconds, `HUYING_FUZZ_SEED` with which numbers. The same seed makes the same choices;
/// ids and times differ from run to run, so that a fault is told with the request as it was sent.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huying.access.second-factor=false",
            "huying.access.open-per-minute=0",
            "huying.access.sign-in-per-minute=0",
            "huying.webhooks.sends=false",
            "huying.live.lasts=0s"
        })
@Import({Town.class, Powers.class})
@Timeout(7_200)
class FuzzTest {

    private static final long SECONDS = set("HUYING_FUZZ", 20);
    private static final long SEED = set("HUYING_FUZZ_SEED", 59);
    private static final long TICK = 5;
    private static final long TOLD = 30;
    private static final long RENEWED = 120;
    private static final int WORKERS = 2;
    private static final int SPOILT_OF_TEN = 6;
    private static final int BARE_OF = 80;

    /// Called more often than others: most of them are turned away at the first door.
    private static final Cast.Role EVERYTHING = new Cast.Role("everything", false);

    @Autowired private Town town;
    @Autowired private Accounts accounts;
    @Autowired private Powers powers;
    @Autowired private DivisionImport divisions;
    @Autowired private Consumers consumers;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    private final Described described = new Described();
    private final Pool pool = new Pool();
    private final Tally tally = new Tally();
    private final PartnerSeal seal = new PartnerSeal();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    private static long set(String name, long usual) {
        return Long.parseLong(Objects.requireNonNullElse(System.getenv(name), "" + usual));
    }

    @Test
    void nothingFailsAndNothingLeaks() throws Exception {
        System.out.printf("fuzz: %d seconds with the seed %d%n", SECONDS, SEED);
        var cast = new Cast(town.ready(), accounts, powers);
        var base = URI.create("http://127.0.0.1:" + port + "/");
        var other = new OtherCounty(divisions, accounts, jdbc, base);
        var next = new NextStreet(base, town.token("simulator", Optional.empty()), jdbc);
        consumers.drain();
        other.rumour(pool);
        seal.open(base, cast.token(EVERYTHING).orElseThrow());
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < WORKERS; i++) {
            var random = new SplittableRandom(SEED + i);
            workers.add(
                    Thread.ofPlatform()
                            .uncaughtExceptionHandler((_, e) -> broken.add(e))
                            .start(() -> work(cast, next, random)));
        }
        watch(cast);
        stop.set(true);
        for (var worker : workers) {
            worker.join();
        }
        System.out.println(tally.report());
        assertThat(broken).as("what the driver itself did wrong").isEmpty();
        tally.faults().forEach(System.out::println);
        assertThat(tally.operations()).isEqualTo(described.operations().size());
        assertThat(tally.faults()).isEmpty();
        assertThat(other.untouched()).isTrue();
    }

    /// Shows how far it is. Now and then everybody comes back as somebody new.
    private void watch(Cast cast) {
        long begun = System.nanoTime();
        long told = 0;
        long renewed = 0;
        for (long second = 0; second < SECONDS; second = seconds(begun)) {
            LockSupport.parkNanos(Math.min(TICK, SECONDS - second) * 1_000_000_000L);
            if (second - renewed >= RENEWED) {
                renewed = second;
                cast.renew();
            }
            if (second - told >= TOLD) {
                told = second;
                System.out.printf("fuzz: %d of %d s, %s%n", second, SECONDS, tally.line());
            }
        }
    }

    private static long seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000L;
    }

    private void work(Cast cast, NextStreet next, SplittableRandom random) {
        var requests = new Requests(new Drafts(described, pool), pool, cast);
        var operations = new ArrayList<>(described.operations());
        try (var line = new Line(port)) {
            while (!stop.get()) {
                Collections.shuffle(operations, new Random(random.nextLong()));
                for (var operation : operations) {
                    if (stop.get()) {
                        return;
                    }
                    var roles = cast.roles();
                    var role =
                            random.nextInt(3) == 0
                                    ? EVERYTHING
                                    : roles.get(random.nextInt(roles.size()));
                    var shot = requests.right(operation, role, random);
                    var answer = one(shot, cast, line, random);
                    if (next.told(role, answer)) {
                        tally.fault(
                                operation.toString(),
                                "a word of the next street",
                                answer,
                                shot.told());
                    }
                    if (random.nextInt(BARE_OF) == 0) {
                        bare(random);
                    }
                }
            }
        }
    }

    private Answer one(Shot shot, Cast cast, Line line, SplittableRandom random) {
        if (random.nextInt(10) < SPOILT_OF_TEN) {
            Spoiling.spoil(shot, random);
        }
        seal.sign(shot, random);
        var answer = line.send(shot.bytes(), shot.method.equals("HEAD"));
        tally.add(shot, answer);
        for (var fault : Judge.faults(shot, answer)) {
            tally.fault(shot.operation.toString(), fault, answer, shot.told());
        }
        if (answer.status() == 401 && shot.spoilt.isEmpty() && cast.token(shot.role).isPresent()) {
            cast.comeBack(shot.role);
        }
        if (!shot.path.contains(OtherCounty.REGION)) {
            pool.learn(shot.operation, shot.path, answer);
            seal.learn(shot, answer);
        }
        return answer;
    }

    private void bare(SplittableRandom random) {
        var answer = Bare.sent(port, random);
        tally.count(answer);
        var faults = new ArrayList<String>();
        Judge.plain(answer, faults);
        faults.forEach(it -> tally.fault("what is no request", it, answer, ""));
    }
}
