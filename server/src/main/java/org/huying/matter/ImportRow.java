package org.huying.matter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Requests.Contact;
import org.huying.matter.Requests.Point;
import org.huying.matter.Requests.ReportRequest;
import org.jspecify.annotations.Nullable;

/// One line of a file of reports from another system.
///
/// @param line in the file, from 1, the heading included
/// @param source the number it carries there; the same number is imported once
record ImportRow(long line, String source, Instant at, ReportRequest report) {

    /// A line that cannot be read, and why, in both languages.
    static final class Unreadable extends Exception {
        final String field;

        Unreadable(String field, String message) {
            super(message);
            this.field = field;
        }
    }

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    static ImportRow of(CSVRecord record) throws Unreadable {
        var source = text(record, "source");
        if (source == null) {
            throw new Unreadable("source", "缺少原系统编号 the number in the other system is missing");
        }
        var report =
                new ReportRequest(
                        Optional.ofNullable(text(record, "channel")).orElse("upper-platform"),
                        text(record, "demand"),
                        Optional.ofNullable(text(record, "title")).orElse(""),
                        Optional.ofNullable(text(record, "text")).orElse(""),
                        text(record, "place"),
                        text(record, "item"),
                        text(record, "area"),
                        point(record),
                        new Contact(text(record, "name"), text(record, "phone")),
                        null,
                        source,
                        null,
                        null);
        return new ImportRow(record.getRecordNumber() + 1, source, at(record), report);
    }

    private static Instant at(CSVRecord record) throws Unreadable {
        var text = text(record, "reported_at");
        if (text == null) {
            throw new Unreadable("reported_at", "缺少时间 the time is missing");
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text, LOCAL).atZone(WorkCalendar.ZONE).toInstant();
        } catch (DateTimeException _) {
            throw new Unreadable(
                    "reported_at", "时间写作 2026-01-31 08:30 或 RFC 3339 not a time: " + text);
        }
    }

    private static @Nullable Point point(CSVRecord record) throws Unreadable {
        var lon = text(record, "lon");
        var lat = text(record, "lat");
        if (lon == null || lat == null) {
            return null;
        }
        try {
            return new Point(Double.valueOf(lon), Double.valueOf(lat));
        } catch (NumberFormatException _) {
            throw new Unreadable("lon", "坐标不是数 not numbers: " + lon + ", " + lat);
        }
    }

    private static @Nullable String text(CSVRecord record, String column) {
        if (!record.isSet(column)) {
            return null;
        }
        var text = record.get(column).strip();
        return text.isEmpty() ? null : text;
    }
}
