package org.huying.matter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huying.cli.CommandLine;
import org.huying.cli.Main;
import org.huying.cli.Server;
import org.huying.sheet.RowWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./huying import matters`, each in a process of its own, on a data folder that stays.
@Timeout(600)
class MattersCommandTest {

    private static final String REGION = "370481";

    @TempDir static Path data;
    @TempDir static Path files;

    private record Said(int code, String words) {}

    @Test
    void takesTheRightLinesOnceTellsOfTheOthersAndLeavesChainsThatHold() throws Exception {
        var file = Files.writeString(files.resolve("去年.csv"), TEXT, Charset.forName("GB18030"));
        var early = imported(file);
        assertThat(early.code()).isNotZero();
        assertThat(early.words()).contains("import divisions " + REGION);

        assertThat(here("import", "divisions", REGION)).isZero();
        var first = imported(file);
        assertThat(first.words()).contains("read 4", "added 2", "known 0", "refused 2");
        assertThat(first.code()).isZero();
        var errors = Files.readAllLines(files.resolve("去年.csv.errors.csv"));
        assertThat(errors).hasSize(3);
        assertThat(errors.get(1)).startsWith("3,phone,");
        assertThat(errors.get(2)).startsWith("4,reported_at,");

        var right =
                Files.writeString(
                        files.resolve("改好.csv"),
                        TEXT.replace("13O0", "1300").replace("去年秋天", "2025-10-02"));
        assertThat(imported(right).words()).contains("added 2", "known 2", "refused 0");
        assertThat(files.resolve("改好.csv.errors.csv")).doesNotExist();
        assertThat(imported(workbook()).words()).contains("read 1", "added 1", "refused 0");

        var headless = Files.writeString(files.resolve("x.csv"), "标题,内容\na,b\n");
        var refused = imported(headless);
        assertThat(refused.code()).isNotZero();
        assertThat(refused.words()).contains("原系统编号").doesNotContain("Exception");
        assertThat(here("verify")).isZero();
        assertStored();
    }

    private static final String TEXT =
            """
            原系统编号,上报时间,标题,内容,区划代码,联系人,电话
            old-1,2025-10-03 08:30,路灯不亮,荆河路口的路灯不亮,370481112,王五,13800001111
            old-2,2025-10-01 09:00,井盖松动,新华路的井盖松了,370481112,,13O00001112
            old-3,去年秋天,垃圾没清,东门口的垃圾没清,,,
            old-4,45933.5,下水道堵了,=1+1,,,
            """;

    private static Path workbook() throws IOException {
        var file = files.resolve("另一个.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var rows =
                        RowWriter.to(out, RowWriter.Format.XLSX, "诉求", List.of(20, 20, 20, 20))) {
            rows.row(List.of("source", "reported_at", "title", "text"));
            rows.row(List.of("old-9", "2025年10月9日", "路面坑洼", "北门的路面坑洼"));
        }
        return file;
    }

    private static void assertStored() {
        Map<String, Object> properties =
                Map.of("server.port", 0, "huying.data", data, "huying.db.url", "");
        try (var context = Server.start(properties)) {
            var jdbc = context.getBean(JdbcClient.class);
            var numbers =
                    jdbc
                            .sql("SELECT title, number FROM matter.matter ORDER BY number")
                            .query((row, _) ->
                                    Map.entry(row.getString("title"), row.getString("number")))
                            .list()
                            .stream()
                            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(numbers).containsOnlyKeys("路灯不亮", "井盖松动", "垃圾没清", "下水道堵了", "路面坑洼");
            assertThat(numbers.get("下水道堵了")).as("of the day it was reported").contains("251003");
            var told =
                    jdbc.sql("SELECT count(*) FROM access.audit WHERE act = 'import-matters'")
                            .query(Integer.class)
                            .single();
            assertThat(told)
                    .as("each is told, those that failed as well")
                    .isGreaterThanOrEqualTo(4);
        }
    }

    /// In this process: how these come out is not asked here.
    private static int here(String... words) {
        return CommandLine.run(
                Stream.concat(Stream.of(words), Stream.of("--data", data.toString())).toList());
    }

    private static Said imported(Path file) throws Exception {
        return run(
                "import",
                "matters",
                file.toString(),
                "--region",
                REGION,
                "--data",
                data.toString());
    }

    private static Said run(String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Dsun.jnu.encoding=UTF-8",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName()));
        command.addAll(Arrays.asList(words));
        var said = Files.createTempFile(files, "said", ".txt");
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUYING_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
