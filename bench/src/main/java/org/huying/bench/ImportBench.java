package org.huying.bench;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// The divisions of the whole country, and reports from a file, by the commands that operators use.
final class ImportBench {
    private static final Pattern ADDED = Pattern.compile("(?:新增 added) ([\\d,]+)");
    private static final Pattern TOOK = Pattern.compile("导入 import: [\\d,]+ +([\\d.]+) s");

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
        ReportFile.write(scene, "B", plan.rows(), file);
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
}
