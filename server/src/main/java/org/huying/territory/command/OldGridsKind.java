package org.huying.territory.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.database.Attached;
import org.huying.database.Migrations;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.TerritoryTools;
import org.huying.territory.store.OldGrids.OldGrid;

/// `./huying import old-grids FILE --region CODE`.
public final class OldGridsKind implements ImportKind {
    private static final int MOST = 200_000;

    @Override
    public String kind() {
        return "old-grids";
    }

    @Override
    public String help() {
        return """
        import old-grids FILE.csv --region CODE [--data DIR]
            导入各条线原有网格与现网格的对照（UTF-8，首行为列名：line,code,name,grid；line 如 party、security、
            sanitation）；有一处错误就什么也不改；可重复运行。
            Imports which old grid of a line of work is which grid now (UTF-8, heading as above), all or nothing; running
            it again changes nothing.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--region", "--data"), Set.of());
        var file = Path.of(options.only("FILE.csv"));
        var region =
                options.value("--region")
                        .filter(code -> code.matches("\\d{6}"))
                        .orElseThrow(() -> Refusal.usage("--region CODE: 370481 …"));
        var grids = read(file, region);
        var clock = Clock.systemUTC();
        try (var attached = Attached.to(options.path("--data"))) {
            Migrations.run(attached.dataSource());
            var tools = TerritoryTools.on(attached.dataSource(), clock);
            var outcome =
                    tools.transaction()
                            .execute(_ ->
                                    tools.oldGrids()
                                            .save(region, grids, TerritoryDay.of(clock.instant())));
            outcome.flaws()
                    .forEach(flaw ->
                            System.err.printf("%s: %s  %s%n", flaw.path(), flaw.zh(), flaw.en()));
            System.out.printf(
                    "读取 read %d，变更 changed %d，错误 flaws %d%n",
                    outcome.read(), outcome.changed(), outcome.flaws().size());
            return outcome.flaws().isEmpty() ? 0 : 1;
        }
    }

    static List<OldGrid> read(Path file, String region) {
        var format =
                CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
        var grids = new ArrayList<OldGrid>();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var records = format.parse(in)) {
            if (!records.getHeaderNames().containsAll(List.of("line", "code", "name", "grid"))) {
                throw Refusal.because("列名应为 the heading is line,code,name,grid: " + file);
            }
            for (var record : records) {
                var grid = record.get("grid");
                if (!grid.matches(region + "\\d{9}|" + region + "\\d{12}")
                        || record.get("line").isEmpty()
                        || record.get("code").isEmpty()
                        || grids.size() == MOST) {
                    throw Refusal.because(
                            "第 %d 行不合格 line %d is not sound: %s"
                                    .formatted(
                                            record.getRecordNumber() + 1,
                                            record.getRecordNumber() + 1,
                                            record.toList()));
                }
                grids.add(
                        new OldGrid(
                                record.get("line"),
                                record.get("code"),
                                record.get("name"),
                                TerritoryCode.of(grid)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.because("无法读取 cannot read " + file + ": " + e.getMessage());
        }
        return grids;
    }
}
