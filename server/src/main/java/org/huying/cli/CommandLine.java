package org.huying.cli;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.huying.database.DatabaseFailure;

/// Finds the verb and runs it.
public final class CommandLine {
    private static final List<String> ORDER =
            List.of(
                    "demo",
                    "serve",
                    "test",
                    "import",
                    "replay",
                    "bench",
                    "backup",
                    "restore",
                    "verify",
                    "playbook",
                    "help");

    private CommandLine() {}

    /// Answers the exit code.
    public static int run(List<String> args) {
        var name = args.isEmpty() ? "help" : args.getFirst();
        var found = verbs().stream().filter(verb -> verb.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            System.err.println("没有这个命令 no such command: " + name + "   →  ./huying help");
            return 2;
        }
        var verb = found.get();
        try {
            return verb.run(args.subList(Math.min(1, args.size()), args.size()));
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            if (refusal.exitCode() == 2) {
                System.err.print("\n./huying " + verb.help());
            }
            return refusal.exitCode();
        } catch (DatabaseFailure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    /// All verbs on the class path, in the order of the handbook.
    static List<Verb> verbs() {
        return ServiceLoader.load(Verb.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(
                        Comparator.comparingInt((Verb verb) -> place(verb.name()))
                                .thenComparing(Verb::name))
                .toList();
    }

    private static int place(String name) {
        var place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }
}
