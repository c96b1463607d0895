package org.huying.territory.command;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Progress;
import org.huying.cli.Refusal;
import org.huying.cli.Witness;
import org.huying.database.Attached;
import org.huying.database.Migrations;
import org.huying.territory.TerritoryTools;

/// `./huying import divisions CODE|all`.
public final class DivisionsKind implements ImportKind {
    private static final int WHOLE_COUNTRY = 665_276;

    @Override
    public String kind() {
        return "divisions";
    }

    @Override
    public String help() {
        return """
        import divisions CODE|all [--data DIR]
            导入一个县（六位代码）或全国的行政区划；可重复运行，已有的不变。
            Imports the divisions of one county (six digits) or of the whole country; running it again changes nothing.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--data"), Set.of());
        var what = options.only("CODE|all");
        if (!what.matches("all|\\d{6}")) {
            throw Refusal.usage("CODE: 370481 … , or all: " + what);
        }
        try (var attached = Attached.to(options.path("--data"))) {
            Migrations.run(attached.dataSource());
            var tools = TerritoryTools.on(attached.dataSource(), Clock.systemUTC());
            if (!what.equals("all") && !tools.divisions().knows(what)) {
                throw Refusal.because("没有这个县 no such county: " + what);
            }
            Witness.tell(
                    attached.dataSource(),
                    what.equals("all") ? Witness.EVERYWHERE : what,
                    "import-divisions",
                    what);
            if (what.equals("all")) {
                var progress = new Progress("区划 divisions", WHOLE_COUNTRY);
                var outcome = tools.divisions().country(progress);
                progress.finish(outcome.read());
                return report(outcome.read(), outcome.added());
            }
            var outcome = tools.divisions().county(what);
            return report(outcome.read(), outcome.added());
        }
    }

    private static int report(int read, int added) {
        System.out.printf("读取 read %d，新增 added %d%n", read, added);
        return 0;
    }
}
