package org.huying.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.huying.cli.Refusal;
import org.huying.database.Migrations;
import org.huying.eventlog.EventLog;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Fills an empty database from a backup: the schema as it was then, the rows, their counts and hashes checked, then the
/// schema of now. All or nothing.
final class Restore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSource dataSource;

    Restore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Refuses a database that holds anything of Huying, and a file that is damaged or from a newer Huying.
    Manifest read(Path file, LongConsumer progress) throws IOException, SQLException {
        var catalog = new Catalog(JdbcClient.create(dataSource));
        if (!catalog.empty()) {
            throw Refusal.because(
                    "目标数据库不是空的，不会覆盖 the database is not empty and will not be overwritten."
                            + " 请换一个空的数据目录 choose an empty data folder: --data DIR");
        }
        try (var zip = open(file)) {
            var manifest = manifest(zip);
            try {
                load(zip, manifest, progress);
            } catch (IOException | SQLException | RuntimeException e) {
                catalog.dropAll();
                throw e;
            }
            return manifest;
        }
    }

    /// What a backup says about itself.
    static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw Refusal.because("这不是完整的呼应备份 this is not a complete backup of Huying");
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = JSON.readValue(in, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw Refusal.because("备份来自更新的版本 this backup is from a newer Huying");
            }
            return manifest;
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Refusal.because("无法读取 cannot read " + file);
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw Refusal.because(
                    "这不是完整的呼应备份 this is not a complete backup of Huying: " + e.getMessage());
        }
    }

    private void load(ZipFile zip, Manifest manifest, LongConsumer progress)
            throws IOException, SQLException {
        Migrations.run(dataSource, manifest.versions());
        if (!Migrations.versions(dataSource).equals(manifest.versions())) {
            throw Refusal.because(
                    "备份来自更新的版本 this backup is from a newer Huying: " + manifest.versions());
        }
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                tables(zip, manifest, connection, progress);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
        Migrations.run(dataSource);
        new EventLog(
                        dataSource,
                        JSON,
                        new TransactionTemplate(new JdbcTransactionManager(dataSource)))
                .rebase();
        JdbcClient.create(dataSource).sql("ANALYZE").update();
    }

    private static void tables(
            ZipFile zip, Manifest manifest, Connection connection, LongConsumer progress)
            throws IOException, SQLException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long before = 0;
        for (var table : manifest.tables().reversed()) {
            if (filled(jdbc, table)) {
                jdbc.sql("DELETE FROM " + table.qualified()).update();
            }
        }
        for (var table : manifest.tables()) {
            table(zip, table, copy);
            before += table.rows();
            progress.accept(before);
        }
        for (var sequence : manifest.sequences()) {
            jdbc.sql("SELECT setval(:name::regclass, :value)")
                    .param(
                            "name",
                            Catalog.quoted(sequence.schema())
                                    + "."
                                    + Catalog.quoted(sequence.name()))
                    .param("value", sequence.lastValue())
                    .query(Long.class)
                    .single();
        }
    }

    /// Whether migrations left rows there. An append-only table, which refuses any `DELETE`, they leave empty.
    private static boolean filled(JdbcClient jdbc, Manifest.Table table) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + table.qualified() + ")")
                .query(Boolean.class)
                .single();
    }

    private static void table(ZipFile zip, Manifest.Table table, CopyManager copy)
            throws IOException, SQLException {
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table, "缺失 missing");
        }
        var digest = sha256();
        long rows;
        try (var in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            rows =
                    copy.copyIn(
                            "COPY "
                                    + table.qualified()
                                    + " ("
                                    + table.columnList()
                                    + ") FROM STDIN (FORMAT binary)",
                            in,
                            1 << 16);
            in.readAllBytes();
        } catch (ZipException e) {
            throw damaged(table, String.valueOf(e.getMessage()));
        }
        if (rows != table.rows()
                || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw damaged(table, rows + " / " + table.rows());
        }
    }

    private static Refusal damaged(Manifest.Table table, String how) {
        return Refusal.because(
                "备份文件已损坏 the backup is damaged: " + table.entry() + " (" + how + ")");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
