package org.huying.matter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.huying.cli.Sheet;
import org.huying.cli.Witness;

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
            导入别的系统记录的诉求（CSV 为 UTF-8，XLSX 读第一张表；首行为列名：source,reported_at,channel,demand,title,text,place,item,area,
            lon,lat,name,phone）。逐行检查，不合格的行写入 --errors（默认 FILE.errors.csv）；同一 source 只导入一次。
            使用自带数据库时，请先停止服务器。
            Imports reports that another system recorded (CSV in UTF-8 or XLSX, heading as above). Each line is checked; those refused
            go to --errors (FILE.errors.csv unless told); one source number is imported once. Stop the server first
            where it runs its own database.
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
            Witness.tell(context.getBean(DataSource.class), region, "import-matters", file);
            return imported(context.getBean(MatterImport.class), region, file, errors);
        } catch (IOException e) {
            throw Refusal.because(file + ": " + e.getMessage());
        }
    }

    private static int imported(MatterImport importer, String region, Path file, Path errors)
            throws IOException {
        var progress = new Progress("导入 import", 0);
        var heading = CSVFormat.DEFAULT.builder().setHeader("line", "field", "reason").get();
        try (var reader = Sheet.open(file);
                var writer = Files.newBufferedWriter(errors, StandardCharsets.UTF_8);
                var refused = heading.print(writer)) {
            var outcome = importer.run(region, reader, refused, progress);
            progress.finish(outcome.read());
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
}
