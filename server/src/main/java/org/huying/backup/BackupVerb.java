package org.huying.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.huying.cli.Options;
import org.huying.cli.Progress;
import org.huying.cli.Refusal;
import org.huying.cli.Verb;
import org.huying.cli.Witness;
import org.huying.database.Attached;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./huying backup FILE`.
public final class BackupVerb implements Verb {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String help() {
        return """
        backup FILE [--data DIR]
            把全部数据在同一时刻的状态写入一个压缩文件；服务器运行或停止时均可。
            Writes all data of one moment into one compressed file, while the server runs or not.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--data"), Set.of());
        var file = Path.of(options.only("FILE")).toAbsolutePath();
        try (var attached = Attached.to(options.path("--data"))) {
            Witness.tell(attached.dataSource(), Witness.EVERYWHERE, "backup", file);
            var rows = new Catalog(JdbcClient.create(attached.dataSource())).rows();
            var progress = new Progress("备份 backup", rows);
            var manifest =
                    new Backup(attached.dataSource(), Clock.systemUTC()).write(file, progress);
            progress.finish(manifest.tables().stream().mapToLong(Manifest.Table::rows).sum());
            System.out.println(file);
            return 0;
        } catch (IOException | SQLException e) {
            throw Refusal.because("备份失败 the backup failed: " + e.getMessage());
        }
    }
}
