package org.huying.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.huying.cli.CommandLine;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Verb;

/// `./huying bench NAME`.
public final class Bench implements Verb {
    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_CLIENTS = 256;
    private static final int MOST_SECONDS = 3_600;

    public static void main(String[] arguments) {
        var words = new java.util.ArrayList<>(List.of("bench"));
        words.addAll(List.of(arguments));
        System.exit(CommandLine.run(words));
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String help() {
        return """
        bench lifecycle|whistle|lists|tiles|locate|import|files|gateway [--rows N] [--clients N] [--seconds S] [--warm S] [--json] [--data DIR]
            测量性能：在临时数据目录上启动自己的服务器，写入 N 条诉求，预热后测量。--json 只输出一个 JSON 对象；
            --data 保留并重复使用数据目录。
            Measures speed: starts a server of its own on data of its own, stores N matters, warms up, measures. --json
            prints one JSON object and nothing else; --data keeps the data folder for the next run.
        bench suggest --data DIR [--json]
            建议有多准：在 DIR 中带标注的诉求上交叉验证、按时间划分检验；没有数据就说明并跳过（退出码 2）。
            How good suggestions are, on the labelled requests in DIR: cross-validation, and the future asked of the
            past. Says so and skips where there are none (exit code 2).
        """;
    }

    @Override
    public int run(List<String> args) {
        var options =
                Options.parse(
                        args,
                        Set.of("--rows", "--clients", "--seconds", "--warm", "--data"),
                        Set.of("--json"));
        var name =
                options.only(
                        "lifecycle, whistle, lists, tiles, locate, import, files, gateway, suggest");
        var plan =
                new Plan(
                        options.number("--rows", 0, MOST_ROWS).orElse(100_000),
                        options.number("--clients", 1, MOST_CLIENTS).orElse(16),
                        Duration.ofSeconds(options.number("--warm", 0, MOST_SECONDS).orElse(60)),
                        Duration.ofSeconds(options.number("--seconds", 1, MOST_SECONDS).orElse(30)),
                        options.path("--data"));
        var out = System.out;
        System.setOut(System.err);
        var figures = name.equals("suggest") ? suggest(plan) : measure(name, plan);
        out.print(options.has("--json") ? figures.json() + "\n" : figures.table());
        return 0;
    }

    private static Figures suggest(Plan plan) {
        var data =
                plan.data()
                        .orElseThrow(() ->
                                Refusal.usage("请用 --data 指明数据文件夹 name the folder: --data DIR"));
        return new SuggestBench(new Talk()).run(data);
    }

    private static Figures measure(String name, Plan plan) {
        var talk = new Talk();
        var data = plan.data().map(Path::toAbsolutePath).orElseGet(Bench::fresh);
        try {
            return switch (name) {
                case "lifecycle" -> new RoundBench(Rounds.LIFECYCLE, plan, talk).run(data);
                case "whistle" -> new RoundBench(Rounds.WHISTLE, plan, talk).run(data);
                case "lists" -> new ListsBench(plan, talk).run(data);
                case "tiles" -> new TilesBench(plan, talk).run(data);
                case "locate" -> new LocateBench(talk).run();
                case "gateway" -> new GatewayBench(plan, talk).run(data);
                case "files" -> new FilesBench(plan, talk).run(data);
                case "import" -> new ImportBench(plan, talk).run(data);
                default -> throw Refusal.usage("没有这项测量 no such bench: " + name);
            };
        } finally {
            if (plan.data().isEmpty()) {
                remove(data);
            }
        }
    }

    private static Path fresh() {
        try {
            return Files.createTempDirectory("huying-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
