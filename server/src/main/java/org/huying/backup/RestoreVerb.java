package org.huying.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.huying.cli.Options;
import org.huying.cli.Progress;
import org.huying.cli.Refusal;
import org.huying.cli.Verb;
import org.huying.cli.Witness;
import org.huying.database.Attached;

/// `./huying restore FILE`.
public final class RestoreVerb implements Verb {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String help() {
        return """
        restore FILE [--data DIR]
            把备份恢复到一个空的数据目录或空的数据库；绝不覆盖已有数据。
            Restores a backup into an empty data folder or database; never overwrites anything.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--data"), Set.of());
        var file = Path.of(options.only("FILE")).toAbsolutePath();
        try (var attached = Attached.to(options.path("--data"))) {
            var progress = new Progress("恢复 restore", 0);
            var manifest = new Restore(attached.dataSource()).read(file, progress);
            Witness.tell(attached.dataSource(), Witness.EVERYWHERE, "restore", file);
            progress.finish(manifest.tables().stream().mapToLong(Manifest.Table::rows).sum());
            return 0;
        } catch (IOException | SQLException e) {
            throw Refusal.because("恢复失败 the restore failed: " + e.getMessage());
        }
    }
}
