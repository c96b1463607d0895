package org.huying.territory.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Witness;
import org.huying.database.Attached;
import org.huying.database.Migrations;
import org.huying.territory.TerritoryDay;
import org.huying.territory.TerritoryTools;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.edit.OutlineImport.Outcome;
import org.huying.territory.geo.Datum;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./huying import grids FILE --datum X --region CODE`.
public final class GridsKind implements ImportKind {

    @Override
    public String kind() {
        return "grids";
    }

    @Override
    public String help() {
        return """
        import grids FILE --region CODE --datum cgcs2000|wgs84|gcj02|bd09 [--from YYYY-MM-DD] [--dry-run] [--data DIR]
            从 GeoJSON 导入一个县的网格和边界；有一处错误就什么也不改；并列出重叠、空白等提示。
            Imports grids and outlines of one county from GeoJSON, all or nothing, and reports overlaps, gaps and the like.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options =
                Options.parse(
                        args,
                        Set.of("--region", "--datum", "--from", "--data"),
                        Set.of("--dry-run"));
        var file = Path.of(options.only("FILE"));
        var region = options.value("--region").filter(code -> code.matches("\\d{6}"));
        var request =
                new OutlineImport.Request(
                        options.value("--datum")
                                .map(GridsKind::datum)
                                .orElseThrow(() -> Refusal.usage("缺少 --datum is missing")),
                        options.value("--from")
                                .map(GridsKind::day)
                                .orElseGet(() -> TerritoryDay.of(Clock.systemUTC().instant())),
                        String.valueOf(file.getFileName()),
                        options.has("--dry-run"));
        var collection = read(file);
        var county = region.orElseThrow(() -> Refusal.usage("--region CODE: 370481 …"));
        try (var attached = Attached.to(options.path("--data"))) {
            Migrations.run(attached.dataSource());
            if (!request.dryRun()) {
                Witness.tell(attached.dataSource(), county, "import-grids", file);
            }
            var tools = TerritoryTools.on(attached.dataSource(), Clock.systemUTC());
            return report(
                    tools.transaction()
                            .execute(_ -> tools.outlines().run(county, collection, request)));
        }
    }

    private static int report(Outcome outcome) {
        outcome.flaws()
                .forEach(flaw ->
                        System.err.printf("%s: %s  %s%n", flaw.path(), flaw.zh(), flaw.en()));
        outcome.findings()
                .forEach(found ->
                        System.out.printf(
                                "提示 note %s %s%s: %s (%d m²)%n",
                                found.code(),
                                found.name(),
                                found.other().isEmpty() ? "" : " / " + found.other(),
                                found.zh() + " " + found.en(),
                                found.squareMetres()));
        System.out.printf(
                "新增 added %d，变更 changed %d，未变 unchanged %d，错误 flaws %d%n",
                outcome.added(), outcome.changed(), outcome.unchanged(), outcome.flaws().size());
        return outcome.flaws().isEmpty() ? 0 : 1;
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException e) {
            throw Refusal.because("无法读取 cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Datum datum(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "cgcs2000", "wgs84" -> Datum.CGCS2000;
            case "gcj02" -> Datum.GCJ02;
            case "bd09" -> Datum.BD09;
            default -> throw Refusal.usage("--datum cgcs2000|wgs84|gcj02|bd09: " + name);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Refusal.usage("--from YYYY-MM-DD: " + text);
        }
    }
}
