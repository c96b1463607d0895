package org.huying.playbook.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.huying.calendar.WorkCalendar;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Witness;
import org.huying.database.Attached;
import org.huying.database.Migrations;
import org.huying.playbook.store.Registration;

/// `./huying import catalogue FILE --playbook KEY`: stores the table that a playbook imports and registers the version
/// that has it. A running server takes it up within seconds.
public final class CatalogueKind implements ImportKind {

    @Override
    public String kind() {
        return "catalogue";
    }

    @Override
    public String help() {
        return """
        import catalogue FILE --playbook KEY [--from YYYY-MM-DD] [--data DIR]
            把事项目录（制表符分隔，三级）导入工作法并登记为新版本，自 --from 当日零时起施行（默认立即）。
            Imports a three-level table of items into a playbook and registers a new version, in force from --from
            (default: now).
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--playbook", "--from", "--data"), Set.of());
        var file = PlaybookVerb.file(Path.of(options.only("FILE")));
        var key =
                options.value("--playbook")
                        .orElseThrow(() -> Refusal.usage("缺少 --playbook is missing"));
        var clock = Clock.systemUTC();
        var from = options.value("--from").map(CatalogueKind::day).orElseGet(clock::instant);
        try (var attached = Attached.to(options.path("--data"))) {
            Migrations.run(attached.dataSource()); // the folder may be new
            var registration = Registration.on(attached.dataSource(), clock);
            if (!registration.ships(key)) {
                throw Refusal.because("没有工作法 no such playbook: " + key);
            }
            Witness.tell(
                    attached.dataSource(),
                    Witness.EVERYWHERE,
                    "import-catalogue",
                    key + " " + options.only("FILE"));
            return report(registration.importCatalogue(key, file, from));
        }
    }

    private static int report(Registration.Outcome outcome) {
        PlaybookVerb.print(outcome.findings());
        if (outcome.playbook().isEmpty()) {
            System.out.println("没有导入 nothing was imported");
            return 1;
        }
        var playbook = outcome.playbook().get();
        System.out.printf(
                "%s %s：%d 个事项 items%n",
                outcome.changed() ? "已登记 registered" : "没有变化 nothing changed",
                playbook,
                playbook.items().size());
        return 0;
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(WorkCalendar.ZONE).toInstant();
        } catch (DateTimeParseException _) {
            throw Refusal.usage("--from YYYY-MM-DD: " + text);
        }
    }
}
