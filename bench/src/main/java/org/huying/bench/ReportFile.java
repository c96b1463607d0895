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

/// A CSV file of reports as another system hands it over.
final class ReportFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int SPACING_SECONDS = 300;

    private ReportFile() {}

    /// @param mark begins the number of every report
    static void write(Scene scene, String mark, long rows, Path file) {
        var random = new SplittableRandom(17);
        var begin =
                LocalDateTime.ofInstant(Instant.now(), Story.CHINA)
                        .minusSeconds(rows * SPACING_SECONDS);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "source,reported_at,channel,demand,title,text,place,item,area,lon,lat,name,phone\n");
            for (long i = 0; i < rows; i++) {
                out.write(line(scene, random, mark, i, begin.plusSeconds(i * SPACING_SECONDS)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(
            Scene scene, SplittableRandom random, String mark, long number, LocalDateTime at) {
        int about = random.nextInt(scene.items().size());
        int community = random.nextInt(scene.communities().size());
        return String.format(
                Locale.ROOT,
                "%s%d,%s,hotline-12345,complaint,%s,%s,%s,%s,%s,%.6f,%.6f,王小明,1390000%04d%n",
                mark,
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
