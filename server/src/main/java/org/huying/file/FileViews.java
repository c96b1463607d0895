package org.huying.file;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.huying.problem.Language;
import org.huying.sheet.Field;
import org.jspecify.annotations.Nullable;

/// What is shown of files.
interface FileViews {

    /// A column of a list.
    ///
    /// @param needed no row may leave it out
    /// @param kind `text`, `code`, `number`, `day`, `moment`, `term` or `secret`
    record FileColumn(String key, String name, boolean needed, String kind, String note) {}

    /// A list that can be brought in.
    ///
    /// @param key the columns by which a row is known again
    /// @param atOnce rows of a file that is taken as a whole
    record IntakeView(
            String kind, String name, List<FileColumn> columns, List<String> key, int atOnce) {}

    record FileTerm(String key, String name) {}

    /// What a list is narrowed by.
    ///
    /// @param terms the values to choose from; empty where it is free
    record FileFilter(String key, String name, List<FileTerm> terms) {}

    /// A list that can be taken away.
    ///
    /// @param masks names and numbers of people stand in it, masked
    /// @param plain the caller may have them in plain
    record OutletView(
            String kind, String name, List<FileFilter> filters, boolean masks, boolean plain) {}

    /// A list with whether its reader may have it in plain.
    record Open(Outlet outlet, boolean plain) {

        OutletView view(String region, Language language) {
            return new OutletView(
                    outlet.kind(),
                    outlet.name().in(language),
                    outlet.filters(region).stream().map(it -> filter(it, language)).toList(),
                    outlet.personal().isPresent(),
                    plain);
        }
    }

    /// How much is taken: bytes, rows, rows of a file that is taken as a whole where the list does not say fewer, columns,
    /// characters in a cell; `exported` rows are given out.
    record FileLimits(long bytes, int rows, int atOnce, int columns, int cell, int exported) {}

    record KindsView(List<IntakeView> intakes, List<OutletView> outlets, FileLimits limits) {}

    /// A file that was brought in.
    ///
    /// @param encoding `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE` or `XLSX`
    /// @param unknown heads that mean no column; what stands below them is passed over
    /// @param state `ready`, `running`, `done`, `refused` or `cancelled`
    /// @param mode `all` or `partial`
    /// @param phase `check` or `take`
    /// @param looked how many rows the phase has been through
    record ImportView(
            UUID id,
            String kind,
            String name,
            String encoding,
            List<String> unknown,
            String state,
            @Nullable String mode,
            String phase,
            int rows,
            int looked,
            int added,
            int changed,
            int known,
            int refused,
            OffsetDateTime created,
            @Nullable OffsetDateTime ended) {}

    record ImportPage(List<ImportView> items, @Nullable UUID next) {}

    /// What is wrong.
    ///
    /// @param column the key of the column; empty for the row as a whole
    record FaultView(long line, String column, String code, String why) {}

    record FaultPage(List<FaultView> items, @Nullable Long next) {}

    /// A row as it will be read, by the keys of the columns; terms by their names.
    record PreviewRow(long line, Map<String, String> cells) {}

    /// The first rows of a file.
    ///
    /// @param columns those that were found in the file
    record PreviewView(List<FileColumn> columns, List<PreviewRow> rows, List<FaultView> faults) {}

    static KindsView kinds(
            List<Intake> intakes,
            List<Open> outlets,
            String region,
            FileSettings settings,
            Language language) {
        return new KindsView(
                intakes.stream()
                        .map(it ->
                                new IntakeView(
                                        it.kind(),
                                        it.name().in(language),
                                        it.fields(region).stream()
                                                .map(field -> column(field, language))
                                                .toList(),
                                        it.key(),
                                        settings.atOnce(it)))
                        .toList(),
                outlets.stream().map(it -> it.view(region, language)).toList(),
                new FileLimits(
                        settings.size().toBytes(),
                        settings.rows(),
                        settings.atOnce(),
                        settings.columns(),
                        settings.cell(),
                        settings.exported()));
    }

    private static FileFilter filter(Outlet.Filter filter, Language language) {
        var terms =
                filter.terms().stream()
                        .map(it -> new FileTerm(it.key(), it.name().in(language)))
                        .toList();
        return new FileFilter(filter.key(), filter.name().in(language), terms);
    }

    static FileColumn column(Field field, Language language) {
        return new FileColumn(
                field.key(),
                field.head().in(language),
                field.needed(),
                word(field.kind()),
                field.note().in(language));
    }

    static ImportView of(Import one) {
        return new ImportView(
                one.id().value(),
                one.kind(),
                one.name(),
                one.encoding(),
                one.heading().unknown(),
                word(one.state()),
                one.mode().map(FileViews::word).orElse(null),
                word(one.phase()),
                one.rows(),
                Math.min(one.rows(), one.reached() * ImportParts.ROWS),
                one.count().added(),
                one.count().changed(),
                one.count().known(),
                one.count().refused(),
                time(one.at()),
                one.ended().map(FileViews::time).orElse(null));
    }

    static FaultView of(Fault fault, Language language) {
        return new FaultView(fault.line(), fault.column(), fault.code(), fault.why().in(language));
    }

    static PreviewView of(ImportDesk.Preview preview, Language language) {
        var found = new LinkedHashSet<String>();
        preview.entries().forEach(it -> found.addAll(it.cells().keySet()));
        return new PreviewView(
                preview.fields().stream()
                        .filter(it -> found.contains(it.key()))
                        .map(it -> column(it, language))
                        .toList(),
                preview.entries().stream()
                        .map(it -> new PreviewRow(it.line(), said(it, preview.fields(), language)))
                        .toList(),
                preview.faults().stream().map(it -> of(it, language)).toList());
    }

    private static Map<String, String> said(Entry entry, List<Field> fields, Language language) {
        var said = new LinkedHashMap<>(entry.cells());
        for (var field : fields) {
            said.computeIfPresent(field.key(), (_, it) -> field.said(it, language));
        }
        return said;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
