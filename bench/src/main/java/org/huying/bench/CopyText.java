package org.huying.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Rows in the text format of `COPY … FROM STDIN`, gathered in memory and sent at once.
final class CopyText {
    private final StringBuilder rows = new StringBuilder(1 << 20);
    private boolean begun;

    CopyText with(@Nullable Object value) {
        if (begun) {
            rows.append('\t');
        }
        begun = true;
        switch (value) {
            case null -> rows.append("\\N");
            case byte[] bytes -> HexFormat.of().formatHex(rows.append("\\\\x"), bytes);
            case Instant at -> time(at);
            case String text -> escape(text);
            default -> rows.append(value);
        }
        return this;
    }

    void end() {
        rows.append('\n');
        begun = false;
    }

    /// Sends the rows and forgets them.
    void send(Connection connection, String table, String columns)
            throws SQLException, IOException {
        var sql = "COPY " + table + " (" + columns + ") FROM STDIN";
        try (OutputStream out =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, 1 << 16)) {
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        rows.setLength(0);
    }

    /// Milliseconds since 1970 as PostgreSQL reads them quickest among readable forms.
    private void time(Instant at) {
        rows.append(at);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(c);
            }
        }
    }
}
