package org.huying.org.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Server;
import org.huying.cli.Sheet;
import org.huying.cli.Witness;
import org.huying.org.edit.OrgEdits;
import org.huying.org.store.Bodies;
import org.huying.org.store.Rows;
import org.huying.territory.TerritoryDay;
import org.springframework.context.ApplicationContext;

/// `./huying import organisations FILE --region CODE`.
public final class OrganisationsKind implements ImportKind {

    @Override
    public String kind() {
        return "organisations";
    }

    @Override
    public String help() {
        return """
        import organisations FILE.csv|FILE.xlsx --region CODE [--from YYYY-MM-DD] [--errors FILE] [--data DIR]
            导入一个县的机构（CSV 为 UTF-8，XLSX 读第一张表；首行为列名：key,name,kind,parent,anchor；kind 如
            department、street-office、community-committee、property-company，parent 是上级的键，anchor 是区划代码）。
            有一处错误就什么也不改，逐行写入 --errors（默认 FILE.errors.csv）；可重复运行。使用自带数据库时，
            请先停止服务器。
            Imports the bodies of one county (CSV in UTF-8, or the first sheet of an XLSX file; heading as above), all or
            nothing: what is wrong goes line by line to --errors (FILE.errors.csv unless told). Running it again changes
            nothing. Stop the server first where it runs its own database.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options =
                Options.parse(args, Set.of("--region", "--from", "--errors", "--data"), Set.of());
        var file = Path.of(options.only("FILE"));
        var region =
                options.value("--region")
                        .filter(code -> code.matches("\\d{6}"))
                        .orElseThrow(() -> Refusal.usage("--region: 六位区县代码 6 digits"));
        if (!Files.isReadable(file)) {
            throw Refusal.because("读不到文件 cannot read " + file);
        }
        var properties = new HashMap<String, Object>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        options.path("--data")
                .ifPresent(folder -> properties.put("huying.data", folder.toAbsolutePath()));
        var from = options.value("--from").map(OrganisationsKind::day);
        var errors = options.path("--errors").orElse(Path.of(file + ".errors.csv"));
        try (var context = Server.start(properties)) {
            var day = from.orElseGet(() -> TerritoryDay.of(context.getBean(Clock.class).instant()));
            return imported(context, new Wanted(region, file, errors, day));
        } catch (IOException e) {
            throw Refusal.because(file + ": " + e.getMessage());
        }
    }

    private record Wanted(String region, Path file, Path errors, LocalDate day) {}

    private static int imported(ApplicationContext context, Wanted wanted) throws IOException {
        var known =
                context.getBean(Bodies.class).ofRegion(wanted.region()).stream()
                        .map(Rows.Body::key)
                        .collect(Collectors.toSet());
        OrganisationLines lines;
        try (var table = Sheet.open(wanted.file())) {
            lines = OrganisationLines.read(wanted.region(), table, known);
        }
        if (!lines.flaws().isEmpty()) {
            return refused(lines, wanted.errors());
        }
        Witness.tell(
                context.getBean(DataSource.class),
                wanted.region(),
                "import-organisations",
                wanted.file());
        var outcome =
                context.getBean(OrgEdits.class)
                        .save(wanted.region(), lines.entries(), wanted.day());
        System.out.printf(
                "读入 read %,d  新增 added %,d  变更 changed %,d%n",
                lines.entries().size(), outcome.added(), outcome.changed());
        return 0;
    }

    private static int refused(OrganisationLines lines, Path errors) throws IOException {
        var heading = CSVFormat.DEFAULT.builder().setHeader("line", "field", "reason").get();
        try (var writer = Files.newBufferedWriter(errors, StandardCharsets.UTF_8);
                var csv = heading.print(writer)) {
            for (var flaw : lines.flaws()) {
                csv.printRecord(flaw.line(), flaw.field(), flaw.zh() + " " + flaw.en());
            }
        }
        System.out.printf(
                "没有导入 nothing was imported: %,d 处错误 flaws → %s%n", lines.flaws().size(), errors);
        return 1;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Refusal.usage("--from YYYY-MM-DD: " + text);
        }
    }
}
