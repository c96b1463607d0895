package org.huying.backup;

import java.util.List;
import java.util.Set;
import org.huying.cli.Options;
import org.huying.cli.Verb;
import org.huying.database.Attached;
import org.huying.vault.ChainCheck;

/// `./huying verify`.
public final class VerifyVerb implements Verb {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String help() {
        return """
        verify [--data DIR]
            核对全部历史与审计的哈希链；如有改动，指出是哪一行。退出码 1 表示发现损坏。
            Checks all hash chains of history and audit; names the row if anything was altered (exit code 1).
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--data"), Set.of());
        try (var attached = Attached.to(options.path("--data"))) {
            var reports = new Verification(attached.dataSource()).run();
            reports.forEach(VerifyVerb::print);
            return reports.values().stream().allMatch(report -> report.damages().isEmpty()) ? 0 : 1;
        }
    }

    private static void print(String name, ChainCheck.Report report) {
        System.out.printf(
                "%s: %,d chains, %,d rows, %d damaged%n",
                name, report.chains(), report.rows(), report.damages().size());
        for (var damage : report.damages()) {
            System.out.printf(
                    "  损坏 damaged: %s %s: %s%n", damage.table(), damage.row(), damage.what());
        }
    }
}
