package org.huying.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.huying.cli.Refusal;
import org.huying.database.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {
    @TempDir Path folder;

    private final DataSource source = Postgres.migrated();

    @Test
    void restoresElsewhereWhatWasThere() throws Exception {
        fill(source, 2500);
        var written =
                new Backup(source, Clock.systemUTC()).write(folder.resolve("b.huying"), _ -> {});
        var target = Postgres.empty();
        var read = new Restore(target).read(folder.resolve("b.huying"), _ -> {});

        assertThat(read).isEqualTo(written);
        assertThat(contents(target)).isEqualTo(contents(source));
        assertThat(folder.resolve("b.huying.part")).doesNotExist();
    }

    @Test
    void keepsTheLogReadableInTheOtherCluster() throws Exception {
        fill(source, 10);
        var jdbc = JdbcClient.create(source);
        jdbc.sql("UPDATE eventlog.event SET xid = (xid::text::bigint + 9000)::text::xid8").update();
        new Backup(source, Clock.systemUTC()).write(folder.resolve("b.huying"), _ -> {});
        var target = Postgres.empty();
        new Restore(target).read(folder.resolve("b.huying"), _ -> {});
        assertThat(
                        JdbcClient.create(target)
                                .sql(
                                        "SELECT count(*) FROM eventlog.event WHERE xid < pg_snapshot_xmin(pg_current_snapshot())")
                                .query(Long.class)
                                .single())
                .isEqualTo(10);
    }

    @Test
    void isOfOneMoment() throws Exception {
        fill(source, 100);
        var file = folder.resolve("b.huying");
        var written = new Backup(source, Clock.systemUTC()).write(file, rows -> fill(source, 3));
        var target = Postgres.empty();
        var read = new Restore(target).read(file, _ -> {});
        assertThat(read.tables()).isEqualTo(written.tables());
        assertThat(
                        JdbcClient.create(target)
                                .sql("SELECT count(*) FROM eventlog.event")
                                .query(Long.class)
                                .single())
                .isEqualTo(100);
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() throws Exception {
        var file = folder.resolve("b.huying");
        new Backup(source, Clock.systemUTC()).write(file, _ -> {});
        assertThatThrownBy(() -> new Restore(source).read(file, _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void refusesADamagedFileAndLeavesNothingBehind() throws Exception {
        fill(source, 2500);
        var file = folder.resolve("b.huying");
        new Backup(source, Clock.systemUTC()).write(file, _ -> {});
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var target = Postgres.empty();
        assertThatThrownBy(() -> new Restore(target).read(file, _ -> {}))
                .isInstanceOf(Exception.class);
        assertThat(new Catalog(JdbcClient.create(target)).empty()).isTrue();
    }

    @Test
    void refusesAFileThatIsNoBackup() throws Exception {
        var file = Files.writeString(folder.resolve("letter.txt"), "hello");
        assertThatThrownBy(() -> new Restore(Postgres.empty()).read(file, _ -> {}))
                .isInstanceOf(Refusal.class);
    }

    private static void fill(DataSource dataSource, int events) {
        JdbcClient.create(dataSource)
                .sql(
                        """
                        INSERT INTO eventlog.event (region, id, kind, subject, facts, at)
                        SELECT '370481', gen_random_uuid(), 'lamp.lit', gen_random_uuid(),
                               jsonb_build_object('灯', n, 'note', repeat('亮', n % 50)), now()
                          FROM generate_series(1, :events) n
                        """)
                .param("events", events)
                .update();
    }

    /// Rows and a hash over them, per table; transaction numbers aside, which a restore rewrites.
    private static Map<String, @Nullable String> contents(DataSource dataSource) {
        var jdbc = JdbcClient.create(dataSource);
        var contents = new TreeMap<String, @Nullable String>();
        for (var table : new Catalog(jdbc).tables()) {
            var columns =
                    String.join(
                            ", ",
                            table.columns().stream()
                                    .filter(name -> !name.equals("xid"))
                                    .map(name -> '"' + name + '"')
                                    .toList());
            contents.put(
                    table.entry(),
                    jdbc.sql(
                                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')"
                                            + " FROM (SELECT "
                                            + columns
                                            + " FROM "
                                            + table.qualified()
                                            + ") t")
                            .query(String.class)
                            .single());
        }
        return contents;
    }
}
