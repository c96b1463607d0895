package org.huying.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// The divisions of the whole country, and reports from a file, by the commands that operators use.
final class ImportBench {
    private static final Pattern ADDED = Pattern.compile("(?:新增 added) ([\\d,]+)");
    private static final Pattern TOOK = Pattern.compile("导入 import: [\\d,]+ +([\\d.]+) s");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int SPACING_SECONDS = 300;

    private final Plan plan;
    private final Talk talk;

    ImportBench(Plan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    Figures run(Path data) {
        talk.say("importing the divisions of the whole country");
        var divisions = Command.run(data, "import", "divisions", "all");
        var figures =
                new Figures()
                        .with("bench", "import")
                        .with("divisions", figures(divisions, added(divisions)));
        talk.say("laying out the county");
        Scene scene;
        try (var ground = new Ground(data)) {
            scene = ground.laid().scene();
        }
        var file = data.resolve("matters.csv");
        write(scene, file);
        talk.say("importing %,d matters", plan.rows());
        var matters =
                Command.run(data, "import", "matters", file.toString(), "--region", scene.region());
        long added = added(matters);
        if (added != plan.rows()) {
            throw new IllegalStateException("Only " + added + " were added:\n" + matters.said());
        }
        double own = Double.parseDouble(first(TOOK, matters));
        return figures.with(
                "matters",
                figures(matters, added)
                        .with("seconds_without_start", own)
                        .with("rows_per_s_without_start", added / own));
    }

    private static Figures figures(Command command, long rows) {
        return new Figures()
                .with("rows", rows)
                .with("seconds", command.seconds())
                .with("rows_per_s", rows / command.seconds())
                .with("peak_mb", command.peakMegabytes());
    }

    private static long added(Command command) {
        return Long.parseLong(first(ADDED, command).replace(",", ""));
    }

    private static String first(Pattern pattern, Command command) {
        var found = pattern.matcher(command.said());
        if (!found.find()) {
            throw new IllegalStateException("Nothing was counted:\n" + command.said());
        }
        return found.group(1);
    }

    private void write(Scene scene, Path file) {
        var random = new SplittableRandom(17);
        var begin =
                LocalDateTime.ofInstant(Instant.now(), Story.CHINA)
                        .minusSeconds(plan.rows() * SPACING_SECONDS);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "source,reported_at,channel,demand,title,text,place,item,area,lon,lat,name,phone\n");
            for (long i = 0; i < plan.rows(); i++) {
                out.write(line(scene, random, i, begin.plusSeconds(i * SPACING_SECONDS)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(
            Scene scene, SplittableRandom random, long number, LocalDateTime at) {
        int about = random.nextInt(scene.items().size());
        int community = random.nextInt(scene.communities().size());
        return String.format(
                Locale.ROOT,
                "B%d,%s,hotline-12345,complaint,%s,%s,%s,%s,%s,%.6f,%.6f,王小明,1390000%04d%n",
                number,
                TIME.format(at),
                Phrases.title(random, about),
                Phrases.text(random, about, number),
                Phrases.place(random),
                scene.items().get(about).key(),
                scene.communities().get(community),
                scene.lon(community) + random.nextDouble() * 0.02,
                scene.lat(community) + random.nextDouble() * 0.018,
                random.nextInt(10_000));
    }
}
