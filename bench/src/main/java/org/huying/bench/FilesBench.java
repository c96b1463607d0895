package org.huying.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.huying.sheet.Limits;
import org.huying.sheet.RowWriter;
import org.huying.sheet.SheetFile;
import org.huying.sheet.Unfit;

/// A list brought in and taken away by the file, over HTTP as a browser does it: in CSV and in XLSX, with rows that
/// are not there yet. A file is in when its last row is; it is out when its last byte has come. It comes in by a server that
/// has just been started, and by one that has brought in half as many rows before and thus translated its code, as a
/// place's server has.
final class FilesBench {
    private static final String EDGE = "huying-bench-edge";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");
    private static final Pattern ADDED = Pattern.compile("\"added\":(\\d+)");
    private static final long LOOK_NANOS = 100_000_000L;
    private static final long SETTLE_NANOS = 1_000_000_000L;
    private static final String BEHIND =
            """
            SELECT ((SELECT count(*) FROM matter.matter) > (SELECT count(*) FROM insight.matter_row))::text
            """;
    private static final int WIDTH = 20;

    private final Plan plan;
    private final Talk talk;
    private final HttpClient http = HttpClient.newHttpClient();

    FilesBench(Plan plan, Talk talk) {
        this.plan = plan;
        this.talk = talk;
    }

    Figures run(Path data) {
        Ground.Laid laid;
        talk.say("laying out the county");
        try (var ground = new Ground(data)) {
            laid = ground.laid();
        }
        var csv = data.resolve("matters.csv");
        ReportFile.write(laid.scene(), "B", plan.rows(), csv);
        var figures = new Figures().with("bench", "files").with("rows", plan.rows());
        var xlsx = workbook(csv, data.resolve("matters.xlsx"));
        figures.with("csv_mb", megabytes(csv)).with("xlsx_mb", megabytes(xlsx));
        cold(data, laid, figures);
        out(data, laid, figures);
        in(data, laid, "V", csv, figures);
        in(data, laid, "W", xlsx, figures);
        return figures;
    }

    /// By a server that has just been started.
    private void cold(Path data, Ground.Laid laid, Figures figures) {
        try (var server = ServerProcess.start(data)) {
            talk.say("bringing in %,d rows, cold", plan.rows());
            var file = reports(data, laid, "C", plan.rows());
            figures.with("in_cold", taken(server, new Desk(server, laid), file));
        }
    }

    /// Each in a server of its own, so that its memory is its own.
    private void in(Path data, Ground.Laid laid, String mark, Path file, Figures figures) {
        try (var server = ServerProcess.start(data)) {
            var desk = new Desk(server, laid);
            talk.say("warming up");
            desk.taken(reports(data, laid, mark, plan.rows() / 2));
            settled(data);
            talk.say("bringing in %,d rows: %s", plan.rows(), file.getFileName());
            figures.with(
                    file.toString().endsWith(".csv") ? "in_csv" : "in_xlsx",
                    taken(server, desk, file));
        }
    }

    private static Figures taken(ServerProcess server, Desk desk, Path file) {
        long begin = System.nanoTime();
        long added = desk.taken(file);
        return new Figures()
                .with("added", added)
                .with("seconds", since(begin))
                .with("server_peak_mb", Processors.peakMegabytes(server.pid()));
    }

    private static Path reports(Path data, Ground.Laid laid, String mark, long rows) {
        var file = data.resolve("first.csv");
        ReportFile.write(laid.scene(), mark, rows, file);
        return file;
    }

    private void out(Path data, Ground.Laid laid, Figures figures) {
        for (var format : RowWriter.Format.values()) {
            var ending = format.ending();
            talk.say("taking %,d rows away as %s", plan.rows(), ending);
            try (var server = ServerProcess.start(data)) {
                settled(data);
                var desk = new Desk(server, laid);
                var file = data.resolve("out." + ending);
                long begin = System.nanoTime();
                desk.away(file, ending);
                figures.with(
                        "out_" + ending,
                        new Figures()
                                .with("rows", rows(file) - 1)
                                .with("seconds", since(begin))
                                .with("mb", megabytes(file))
                                .with("server_peak_mb", Processors.peakMegabytes(server.pid())));
            }
        }
    }

    /// The list follows the log.
    private static void settled(Path data) {
        try (var database = Database.of(data)) {
            while (database.texts(BEHIND).contains("true")) {
                LockSupport.parkNanos(SETTLE_NANOS);
            }
        }
    }

    /// Somebody of the county's desk with a browser.
    private final class Desk {
        private final String address;
        private final String token;

        Desk(ServerProcess server, Ground.Laid laid) {
            address =
                    "http://127.0.0.1:%d/api/v1/%s/files"
                            .formatted(server.port(), laid.scene().region());
            token = laid.staff().desks().getFirst();
        }

        long taken(Path file) {
            var sent = sent(file);
            var id = found(ID, sent);
            posted("/imports/" + id + "/start", "{\"mode\":\"partial\"}");
            var seen = got("/imports/" + id);
            while (found(STATE, seen).equals("running")) {
                LockSupport.parkNanos(LOOK_NANOS);
                seen = got("/imports/" + id);
            }
            if (!found(STATE, seen).equals("done")) {
                throw new IllegalStateException("Not taken: " + seen);
            }
            return Long.parseLong(found(ADDED, seen));
        }

        private String sent(Path file) {
            var head =
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                            .formatted(EDGE, file.getFileName());
            try {
                var body =
                        BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString("\r\n--" + EDGE + "--\r\n"));
                return text(
                        request("/kinds/matters/import")
                                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                                .POST(body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void posted(String path, String body) {
            text(
                    request(path)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)));
        }

        private String got(String path) {
            return text(request(path).GET());
        }

        void away(Path file, String format) {
            var path = "/kinds/matters/export?purpose=bench&format=" + format;
            try {
                var answer = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
                try (InputStream body = answer.body();
                        OutputStream out = Files.newOutputStream(file)) {
                    body.transferTo(out);
                }
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("Not taken away: " + Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }

        private String text(HttpRequest.Builder request) {
            try {
                var answer =
                        http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
                }
                return answer.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Not there: " + text);
        }
        return found.group(1);
    }

    /// The same reports under other numbers.
    private static Path workbook(Path csv, Path file) {
        try (var rows = SheetFile.of(csv, Limits.LOCAL).rows();
                var out = Files.newOutputStream(file);
                var book =
                        RowWriter.to(
                                out,
                                RowWriter.Format.XLSX,
                                "matters",
                                Collections.nCopies(13, WIDTH))) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var cells = new ArrayList<>(row.get().cells());
                cells.set(0, cells.getFirst().replaceFirst("^B", "X"));
                book.row(cells);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unfit e) {
            throw new IllegalStateException(e);
        }
    }

    private static long rows(Path file) {
        long count = 0;
        try (var rows = SheetFile.of(file, Limits.LOCAL).rows()) {
            while (rows.next().isPresent()) {
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unfit e) {
            throw new IllegalStateException(e);
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double megabytes(Path file) {
        try {
            return Files.size(file) / 1e6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
