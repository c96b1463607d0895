package org.huying.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huying.vault.Chain;
import org.huying.vault.Step;

/// One stored matter of the past, told in full: what was reported, and its history with a chain that verifies. The same
/// `number` of `rows` always tells the same story, except for its ids.
final class Story {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final UUID SYSTEM = new UUID(0, 1);

    private static final int DAYS = 1_095;
    private static final int DAY_BEGINS = 7;
    private static final int DAY_SECONDS = 14 * 3600;
    private static final List<String> CHANNELS =
            List.of("hotline-12345", "web", "phone", "patrol", "desk");
    private static final List<String> DEMANDS = List.of("complaint", "help", "consultation");

    final UUID id;
    final String number;
    final int subject;
    final int community;
    final int unit;
    final double lon;
    final double lat;
    final String channel;
    final String demand;
    final String title;
    final String text;
    final String place;
    final UUID reporter;
    final Instant reportedAt;
    final String phone;
    final Ending ending;
    final boolean late;
    final String outcome;
    final List<Step> steps;
    final byte[] chain;

    /// How far the matter has come.
    enum Ending {
        REPORTED(1, 1, "ACCEPT"),
        ACCEPTED(2, 1, "DISPATCH"),
        DISPATCHED(3, 2, "ACKNOWLEDGE"),
        IN_PROGRESS(4, 3, "HANDLE"),
        HANDLED(5, 4, "VERIFY"),
        VERIFYING(6, 5, "RATE"),
        RATED(7, 6, ""),
        CLOSED(8, 7, "");

        final int steps;
        final int version;
        final String stage;

        Ending(int steps, int version, String stage) {
            this.steps = steps;
            this.version = version;
            this.stage = stage;
        }

        boolean assigned() {
            return steps >= DISPATCHED.steps;
        }

        boolean handled() {
            return steps >= HANDLED.steps;
        }
    }

    private static final List<String> ACTS =
            List.of(
                    "report",
                    "accept",
                    "dispatch",
                    "acknowledge",
                    "handle",
                    "verify",
                    "rate",
                    "close");

    Story(Scene scene, long rows, long index, Instant now, SplittableRandom random) {
        long perDay = Math.max(1, (rows + DAYS - 1) / DAYS);
        long day = index / perDay;
        long seq = index % perDay + 1;
        var midnight =
                ZonedDateTime.ofInstant(now, CHINA)
                        .truncatedTo(ChronoUnit.DAYS)
                        .minusDays(DAYS - day);
        reportedAt =
                midnight.plusHours(DAY_BEGINS)
                        .plusNanos(seq * (DAY_SECONDS * 1_000_000_000L / perDay))
                        .toInstant()
                        .truncatedTo(ChronoUnit.MILLIS);
        id = id(reportedAt, random);
        number =
                "%s-%02d%02d%02d-%05d"
                        .formatted(
                                scene.region(),
                                midnight.getYear() % 100,
                                midnight.getMonthValue(),
                                midnight.getDayOfMonth(),
                                seq);
        subject = skewed(random, scene.items().size());
        community = random.nextInt(scene.communities().size());
        unit = subject % scene.units().size();
        lon = scene.lon(community) + random.nextDouble() * 0.02;
        lat = scene.lat(community) + random.nextDouble() * 0.018;
        channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        demand = DEMANDS.get(random.nextInt(DEMANDS.size()));
        title = Phrases.title(random, subject);
        text = Phrases.text(random, subject, index);
        place = Phrases.place(random);
        reporter = new UUID(0x6265_6e63L, random.nextInt(500));
        phone = "1390000%04d".formatted(random.nextInt(10_000));
        ending = ending(DAYS - day, random);
        late = random.nextInt(100) < 6;
        outcome = Phrases.outcome(random);
        steps = new ArrayList<>(ending.steps);
        chain = tell(scene, random);
    }

    /// When the matter was last moved.
    Instant changedAt() {
        return steps.getLast().at();
    }

    /// Nearly all of the past is closed; of the last 45 days, two thirds are not: 3 % of all.
    private static Ending ending(long daysAgo, SplittableRandom random) {
        if (daysAgo > 45 || random.nextInt(3) == 0) {
            return Ending.CLOSED;
        }
        var open = Ending.values();
        return open[random.nextInt(open.length - 1)];
    }

    private byte[] tell(Scene scene, SplittableRandom random) {
        var hash = Chain.start();
        var at = reportedAt;
        var from = "";
        var states = Ending.values();
        for (int i = 0; i < ending.steps; i++) {
            if (i > 1) {
                at = at.plusSeconds(60 + random.nextInt(14_400));
            }
            var to = states[i].name();
            var unlinked =
                    new Step(
                            scene.region(),
                            id,
                            i + 1,
                            at,
                            i == 1 ? SYSTEM : reporter,
                            i == 1 ? "呼应" : "值班员",
                            ACTS.get(i),
                            from,
                            to,
                            note(i),
                            facts(scene, i),
                            hash);
            hash = unlinked.hashAfter(hash);
            steps.add(linked(unlinked, hash));
            from = to;
        }
        return hash;
    }

    private static Step linked(Step step, byte[] hash) {
        return new Step(
                step.region(),
                step.subject(),
                step.seq(),
                step.at(),
                step.actor(),
                step.actorName(),
                step.act(),
                step.from(),
                step.to(),
                step.note(),
                step.facts(),
                hash);
    }

    private String note(int step) {
        return switch (step) {
            case 0 -> text;
            case 2 -> "按责任清单派遣";
            case 4 -> outcome;
            default -> "";
        };
    }

    private String facts(Scene scene, int step) {
        return switch (step) {
            case 2 -> "{\"unit\":\"" + scene.units().get(unit) + "\"}";
            case 5 -> "{\"passed\":true}";
            case 6 -> "{\"answer\":\"satisfied\"}";
            default -> "{}";
        };
    }

    /// A UUIDv7 of the moment.
    private static UUID id(Instant at, SplittableRandom random) {
        long high = at.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    /// Some items come up much more often than others.
    private static int skewed(SplittableRandom random, int size) {
        double one = random.nextDouble();
        return (int) (one * one * size);
    }
}
