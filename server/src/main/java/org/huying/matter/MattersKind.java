package org.huying.matter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.huying.cli.ImportKind;
import org.huying.cli.Options;
import org.huying.cli.Progress;
import org.huying.cli.Refusal;
import org.huying.cli.Server;
import org.huying.cli.Witness;
import org.huying.sheet.Unfit;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.context.ApplicationContext;

/// `./huying import matters FILE --region CODE`.
public final class MattersKind implements ImportKind {

    @Override
    public String kind() {
        return "matters";
    }

    @Override
    public String help() {
        return """
        import matters FILE.csv|FILE.xlsx --region CODE [--errors FILE] [--data DIR]
            导入别的系统记录的诉求，读法和工作台上传的一样（CSV 为 UTF-8、UTF-16 或 GB18030，XLSX 读第一张表；首行为列名，
            代号或中英文名都认：source,reported_at,channel,demand,title,text,place,item,area,lon,lat,name,phone）。
            逐行检查，不合格的行写入 --errors（默认 FILE.errors.csv）；同一 source 只导入一次。使用自带数据库时，
            请先停止服务器。
            Imports reports that another system recorded, read as those that are sent to the desk (CSV in UTF-8, UTF-16 or
            GB18030, or XLSX; heads as above, by key or name). Each line is checked; those refused go to --errors
            (FILE.errors.csv unless told); one source number is imported once. Stop the server first where it runs
            its own database.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--region", "--errors", "--data"), Set.of());
        var file = Path.of(options.only("FILE"));
        var region =
                options.value("--region")
                        .filter(code -> code.matches("\\d{6}"))
                        .orElseThrow(() -> Refusal.usage("--region: 六位区县代码 6 digits"));
        if (!Files.isReadable(file)) {
            throw Refusal.because("读不到文件 cannot read " + file);
        }
        var errors = options.path("--errors").orElse(Path.of(file + ".errors.csv"));
        var properties = new HashMap<String, Object>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        options.path("--data")
                .ifPresent(folder -> properties.put("huying.data", folder.toAbsolutePath()));
        try (var context = Server.start(properties)) {
            known(context, region);
            Witness.tell(context.getBean(DataSource.class), region, "import-matters", file);
            return imported(context.getBean(MatterImport.class), region, file, errors);
        } catch (IOException e) {
            throw Refusal.because(file + ": " + e.getMessage());
        } catch (Unfit e) {
            throw Refusal.because(file + ": " + e.why().zh() + " " + e.why().en());
        }
    }

    /// Nothing is filed in a county that is not there.
    private static void known(ApplicationContext context, String region) {
        var county = TerritoryCode.of(region);
        var now = context.getBean(Clock.class).instant();
        if (context.getBean(Territory.class).node(county, now).isEmpty()) {
            throw Refusal.because(
                    "没有这个县，先导入区划 there is no such county: import divisions " + region);
        }
    }

    private static int imported(MatterImport importer, String region, Path file, Path errors)
            throws IOException, Unfit {
        var progress = new Progress("导入 import", 0);
        var heading = CSVFormat.DEFAULT.builder().setHeader("line", "field", "reason").get();
        MatterImport.Outcome outcome;
        try (var writer = Files.newBufferedWriter(errors, StandardCharsets.UTF_8);
                var refused = heading.print(writer)) {
            outcome = importer.run(region, file, refused, progress);
        }
        progress.finish(outcome.read());
        if (outcome.refused() == 0) {
            Files.delete(errors);
        }
        System.out.printf(
                "读入 read %,d  新增 added %,d  已有 known %,d  退回 refused %,d%s%n",
                outcome.read(),
                outcome.added(),
                outcome.known(),
                outcome.refused(),
                outcome.refused() > 0 ? " → " + errors : "");
        return 0;
    }
}
