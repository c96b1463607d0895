package org.huying.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;
import org.huying.file.Entry;
import org.huying.matter.Requests.Contact;
import org.huying.matter.Requests.Point;
import org.huying.matter.Requests.ReportRequest;
import org.huying.sheet.Cells;
import org.jspecify.annotations.Nullable;

/// One line of a file of reports from another system, of which every cell can be read.
///
/// @param line in the file, from 1, the heading included
/// @param source the number it carries there; the same number is imported once
record ImportRow(long line, String source, Instant at, ReportRequest report) {

    static ImportRow of(Entry entry) {
        var source = entry.text("source").orElseThrow();
        var report =
                new ReportRequest(
                        entry.text("channel").orElse("upper-platform"),
                        entry.text("demand").orElse(null),
                        entry.text("title").orElse(""),
                        entry.text("text").orElse(""),
                        entry.text("place").orElse(null),
                        entry.text("item").orElse(null),
                        entry.text("area").orElse(null),
                        point(entry),
                        new Contact(
                                entry.text("name").orElse(null), entry.text("phone").orElse(null)),
                        null,
                        source,
                        null,
                        null);
        return new ImportRow(
                entry.line(), source, at(entry.text("reported_at").orElseThrow()), report);
    }

    private static Instant at(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : Cells.moment(text).orElseThrow().atZone(WorkCalendar.ZONE).toInstant();
    }

    private static @Nullable Point point(Entry entry) {
        Optional<Double> lon = entry.text("lon").map(Double::valueOf);
        Optional<Double> lat = entry.text("lat").map(Double::valueOf);
        return lon.isEmpty() || lat.isEmpty() ? null : new Point(lon.get(), lat.get());
    }
}
