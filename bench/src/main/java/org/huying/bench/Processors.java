package org.huying.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Processor time by process, from `/proc`; zeros where there is none.
///
/// @param compiler the part of the server's in which it translated its own code to that of the machine
record Processors(double server, double compiler, double database, double load) {

    private static final Path PROC = Path.of("/proc");
    private static final long NOBODY = -1;
    private static final double TICKS_PER_SECOND = 100;
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    /// Seconds used so far by the server, by PostgreSQL (`postmaster` and its children) and by this process.
    static Processors used(long server, long postmaster) {
        double database = seconds(postmaster, true);
        for (long child : childrenOf(postmaster)) {
            database += seconds(child, false);
        }
        return new Processors(
                seconds(server, false),
                compiling(server),
                database,
                seconds(ProcessHandle.current().pid(), false));
    }

    /// Seconds used so far where no server runs.
    static Processors usedWithoutServer(Path data) {
        return used(NOBODY, postmaster(data));
    }

    /// The process of the embedded PostgreSQL of a data folder.
    static long postmaster(Path data) {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("db/postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Processors since(Processors before) {
        return new Processors(
                server - before.server,
                Math.max(0, compiler - before.compiler),
                database - before.database,
                load - before.load);
    }

    /// The most memory a process has held so far, in megabytes.
    static long peakMegabytes(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException _) {
            return 0;
        }
    }

    static List<Long> childrenOf(long parent) {
        try (var all = Files.list(PROC)) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .filter(pid ->
                            fields(PROC.resolve(pid + "/stat"))[PARENT].equals(
                                    Long.toString(parent)))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Of the compiler threads that run now: the server lets go of those it does not need.
    private static double compiling(long pid) {
        try (var threads = Files.list(PROC.resolve(pid + "/task"))) {
            return threads.filter(Processors::compiles)
                    .mapToDouble(it -> seconds(fields(it.resolve("stat")), USER + 1))
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }

    private static boolean compiles(Path thread) {
        try {
            return COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
        } catch (IOException _) {
            return false;
        }
    }

    private static double seconds(long pid, boolean withFormerChildren) {
        return seconds(
                fields(PROC.resolve(pid + "/stat")),
                withFormerChildren ? CHILDREN_SYSTEM : USER + 1);
    }

    private static double seconds(String[] fields, int last) {
        double ticks = 0;
        for (int i = USER; i <= last; i++) {
            ticks += Double.parseDouble(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /// The fields after the name, which may hold spaces.
    private static String[] fields(Path stat) {
        try {
            var line = Files.readString(stat);
            return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException _) {
            return "- 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0".split(" ", -1);
        }
    }
}
