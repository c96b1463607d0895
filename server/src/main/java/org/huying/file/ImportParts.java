package org.huying.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.huying.sheet.Row;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of files that were brought in, some hundred at a time, packed and sealed.
@Repository
class ImportParts {

    /// So many rows are kept, and taken, together.
    static final int ROWS = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Cipher cipher;

    ImportParts(JdbcClient jdbc, JsonMapper json, Cipher cipher) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
    }

    void add(Import.Id id, int seq, List<Row> rows) {
        jdbc.sql(
                        """
                        INSERT INTO file.part (region, import, seq, content) VALUES (:region, :import, :seq, :content)
                        """)
                .param("region", id.region())
                .param("import", id.value())
                .param("seq", seq)
                .param("content", cipher.seal(packed(json.writeValueAsBytes(rows))))
                .update();
    }

    /// None once they have been forgotten.
    List<Row> read(Import.Id id, int seq) {
        return jdbc.sql(
                        """
                        SELECT content FROM file.part WHERE region = :region AND import = :import AND seq = :seq
                        """)
                .param("region", id.region())
                .param("import", id.value())
                .param("seq", seq)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(it -> List.of(json.readValue(unpacked(cipher.bytes(it)), Row[].class)))
                .orElse(List.of());
    }

    void forget(Import.Id id) {
        jdbc.sql("DELETE FROM file.part WHERE region = :region AND import = :import")
                .param("region", id.region())
                .param("import", id.value())
                .update();
    }

    private static byte[] packed(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
