package org.huying.backup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.huying.cli.Progress;
import org.huying.vault.ChainCheck;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs every [ChainCheck] on the class path.
final class Verification {
    private final JdbcClient jdbc;

    Verification(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /// What each check found, by its name.
    Map<String, ChainCheck.Report> run() {
        var reports = new LinkedHashMap<String, ChainCheck.Report>();
        for (var check : checks()) {
            var progress = new Progress(check.name(), 0);
            var report = check.verify(jdbc, progress);
            progress.finish(report.rows());
            reports.put(check.name(), report);
        }
        return reports;
    }

    private static List<ChainCheck> checks() {
        return ServiceLoader.load(ChainCheck.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
