package org.huying.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.huying.database.Migrations;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything of one moment into one compressed file.
final class Backup {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSource dataSource;
    private final Clock clock;

    Backup(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /// The file appears only when it is complete. `progress` hears the rows written so far.
    Manifest write(Path file, LongConsumer progress) throws IOException, SQLException {
        var versions = Migrations.versions(dataSource);
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(
                part,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var manifest = archive(part, versions, progress);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest archive(Path file, Map<String, String> versions, LongConsumer progress)
            throws IOException, SQLException {
        try (var connection = dataSource.getConnection();
                var zip =
                        new ZipOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                statement.execute("SET LOCAL row_security = off");
            }
            var manifest = tables(connection, versions, zip, progress);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            connection.rollback();
            return manifest;
        }
    }

    private Manifest tables(
            Connection connection,
            Map<String, String> versions,
            ZipOutputStream zip,
            LongConsumer progress)
            throws IOException, SQLException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var catalog = new Catalog(jdbc);
        var written = new ArrayList<Manifest.Table>();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long before = 0;
        for (var table : catalog.tables()) {
            zip.putNextEntry(new ZipEntry(table.entry()));
            var done = table(copy, table, zip);
            zip.closeEntry();
            written.add(done);
            before += done.rows();
            progress.accept(before);
        }
        var server = jdbc.sql("SHOW server_version").query(String.class).single();
        return new Manifest(
                Manifest.FORMAT, clock.instant(), server, versions, written, catalog.sequences());
    }

    private static Manifest.Table table(CopyManager copy, Manifest.Table table, OutputStream out)
            throws IOException, SQLException {
        var digest = Restore.sha256();
        var hashed = new DigestOutputStream(new Unclosed(out), digest);
        var rows =
                copy.copyOut(
                        "COPY (SELECT "
                                + table.columnList()
                                + " FROM "
                                + table.qualified()
                                + ") TO STDOUT (FORMAT binary)",
                        hashed);
        return new Manifest.Table(
                table.schema(),
                table.name(),
                table.columns(),
                rows,
                HexFormat.of().formatHex(digest.digest()));
    }

    /// Keeps the archive open between tables, and passes blocks on as blocks.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
