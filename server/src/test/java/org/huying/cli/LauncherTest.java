package org.huying.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher itself, in a folder whose name has spaces and Chinese, with a JDK that only says how it was called.
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "huying").toAbsolutePath().normalize();
    private static final List<String> BASICS =
            List.of(
                    "sh",
                    "cat",
                    "cksum",
                    "cut",
                    "date",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "ls",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "printf",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "sort",
                    "tail",
                    "touch",
                    "tr",
                    "basename");

    @TempDir Path temp;

    private Path root;
    private Path tools;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void copyTheLauncher() throws IOException {
        root = Files.createDirectories(temp.resolve("呼 应/项目 one"));
        Files.createDirectories(root.resolve("docs"));
        Files.copy(LAUNCHER, root.resolve("huying"));
        Files.writeString(root.resolve("docs/commands.txt"), "命令 commands\n");
        tools = Files.createDirectories(temp.resolve("bin"));
        for (var tool : BASICS) {
            var found = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(
                    tools.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
        }
    }

    @Test
    void showsTheCommandsThroughALinkFromAnywhere() throws Exception {
        var link = Files.createSymbolicLink(temp.resolve("呼应"), root.resolve("huying"));
        assertThat(run(link, Map.of(), "help")).isEqualTo(new Said(0, "命令 commands\n", ""));
    }

    @Test
    void namesEverythingThatIsMissingForBuildingAtOnce() throws Exception {
        var said =
                run(root.resolve("huying"), Map.of("JAVA_HOME", jdk("25.0.1").toString()), "demo");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("maven", "nodejs", "npm", "apt-get install");
        assertThat(root.resolve("app")).doesNotExist();
    }

    @Test
    void refusesToolsThatAreTooOld() throws Exception {
        script(tools.resolve("mvn"), "echo 'Apache Maven 3.6.3 (abc)'");
        script(tools.resolve("node"), "echo v18.20.0");
        script(tools.resolve("npm"), "echo 10");
        var said =
                run(root.resolve("huying"), Map.of("JAVA_HOME", jdk("25.0.1").toString()), "demo");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("needs: maven nodejs ");
    }

    @Test
    void passesOverAnOlderJdkAndHandsItsArgumentsOnAsTheyAre() throws Exception {
        built();
        var chosen = jdk("25.0.1");
        Files.createSymbolicLink(tools.resolve("javac"), chosen.resolve("bin/javac"));
        var said =
                run(
                        root.resolve("huying"),
                        Map.of("JAVA_HOME", jdk("17.0.9").toString()),
                        "import",
                        "网格 表.geojson",
                        "--note",
                        "a  b");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().lines())
                .contains("25.0.1 in " + temp.toRealPath())
                .endsWith(
                        "-jar",
                        root.toRealPath() + "/app/huying.jar",
                        "import",
                        "网格 表.geojson",
                        "--note",
                        "a  b");
    }

    /// As if it had been built: nothing of what it is built from is newer.
    private void built() throws Exception {
        var app = Files.createDirectories(root.resolve("app"));
        Files.writeString(app.resolve("huying.jar"), "");
        var nothing = new ProcessBuilder("sh", "-c", "cksum </dev/null").start();
        Files.write(app.resolve("sources"), nothing.getInputStream().readAllBytes());
    }

    private Path jdk(String version) throws IOException {
        var home = Files.createDirectories(temp.resolve("jdk " + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(
                home.resolve("bin/java"),
                "echo \""
                        + version
                        + " in $(pwd -P)\"; for each in \"$@\"; do echo \"$each\"; done");
        script(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Said run(Path launcher, Map<String, String> environment, String... arguments)
            throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var out = temp.resolve("out").toFile();
        var err = temp.resolve("err").toFile();
        var builder =
                new ProcessBuilder(command)
                        .directory(temp.toFile())
                        .redirectOutput(out)
                        .redirectError(err);
        builder.environment()
                .keySet()
                .removeIf(it -> it.startsWith("HUYING") || it.equals("JAVA_HOME"));
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", temp.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(
                process.exitValue(),
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }
}
