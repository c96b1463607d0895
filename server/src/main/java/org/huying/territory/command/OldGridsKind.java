package org.huying.territory.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Witness;
import org.huying.database.Attached;
import org.huying.database.Migrations;
import org.huying.territory.TerritoryDay;
import org.huying.territory.TerritoryTools;

/// `./huying import old-grids FILE --region CODE`.
public final class OldGridsKind implements ImportKind {
    @Override
    public String kind() {
        return "old-grids";
    }

    @Override
    public String help() {
        return """
        import old-grids FILE.csv|FILE.xlsx --region CODE [--data DIR]
            导入各条线原有网格与现网格的对照（UTF-8，首行为列名：line,code,name,grid；line 如 party、security、
            sanitation）；有一处错误就什么也不改；可重复运行。
            Imports which old grid of a line of work is which grid now (UTF-8, heading as above), all or nothing; running
            it again changes nothing.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--region", "--data"), Set.of());
        var file = Path.of(options.only("FILE"));
        var region =
                options.value("--region")
                        .filter(code -> code.matches("\\d{6}"))
                        .orElseThrow(() -> Refusal.usage("--region CODE: 370481 …"));
        var grids = OldGridLines.read(file, region);
        var clock = Clock.systemUTC();
        try (var attached = Attached.to(options.path("--data"))) {
            Migrations.run(attached.dataSource());
            Witness.tell(attached.dataSource(), region, "import-old-grids", file);
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
}
