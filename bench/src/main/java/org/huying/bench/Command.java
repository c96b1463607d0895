package org.huying.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command of `./huying` in a process of its own, from its start to its end.
///
/// @param seconds from start to end, the start of Java and of the database included
/// @param peakMegabytes the most memory that Java held
record Command(double seconds, long peakMegabytes, String said) {

    private static final int LOOK_MILLIS = 50;

    /// Throws when it fails.
    static Command run(Path data, String... words) {
        try {
            var log = data.resolve("bench-command.log");
            var line = line();
            line.addAll(List.of(words));
            line.addAll(List.of("--data", data.toString()));
            long begin = System.nanoTime();
            var process =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            long peak = 0;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, Processors.peakMegabytes(process.pid()));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            var said = Files.readString(log, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", words) + " failed:\n" + said);
            }
            return new Command(seconds, peak, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The same Java, options and class path that this process runs with.
    static List<String> line() {
        var line = new ArrayList<String>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-agentlib"))
                .forEach(line::add);
        line.addAll(
                List.of("-cp", System.getProperty("java.class.path", ""), "org.huying.cli.Main"));
        return line;
    }
}
