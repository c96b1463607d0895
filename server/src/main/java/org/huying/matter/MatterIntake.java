package org.huying.matter;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.eventlog.EventLog;
import org.huying.file.Bounds;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.file.Intake;
import org.huying.problem.ProblemException;
import org.huying.sheet.Field;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Takes in reports that another system recorded, many at a time, at the times they were recorded: checked like any
/// other, numbered, and taken as far as the playbook takes a report by itself. The same number of the same channel and town
/// is one report, however often it comes.
@Component
class MatterIntake implements Intake {

    private final Reception reception;
    private final Numbers numbers;
    private final MatterDesk desk;
    private final BulkRows rows;
    private final EventLog events;
    private final MatterColumns columns;
    private final Validator validator;

    MatterIntake(
            Reception reception,
            Numbers numbers,
            MatterDesk desk,
            BulkRows rows,
            EventLog events,
            MatterColumns columns,
            Validator validator) {
        this.reception = reception;
        this.numbers = numbers;
        this.desk = desk;
        this.rows = rows;
        this.events = events;
        this.columns = columns;
        this.validator = validator;
    }

    @Override
    public String kind() {
        return "matters";
    }

    @Override
    public Words name() {
        return new Words("诉求", "Matters");
    }

    @Override
    public String permission() {
        return "matter:matter:report-on-behalf";
    }

    @Override
    public List<Field> fields(String region) {
        return columns.of(region, desk.now());
    }

    @Override
    public List<String> key() {
        return List.of("source", "channel", "area");
    }

    @Override
    public Taking begin(String region, Caller by) {
        return new Reports(region, by, new Bounds(region, by, this));
    }

    private final class Reports implements Taking {
        private final String region;
        private final Caller by;
        private final Bounds bounds;

        Reports(String region, Caller by, Bounds bounds) {
            this.region = region;
            this.by = by;
            this.bounds = bounds;
        }

        @Override
        public List<Fault> check(List<Entry> entries) {
            var faults = new ArrayList<Fault>();
            for (var entry : entries) {
                var row = ImportRow.of(entry);
                var wrong = faults(row);
                faults.addAll(wrong);
                if (wrong.isEmpty()) {
                    try {
                        var area = reception.check(row.report().in(region), by, row.at());
                        outside(row, area).ifPresent(faults::add);
                    } catch (ProblemException e) {
                        faults.addAll(faults(row.line(), e));
                    }
                }
            }
            return faults;
        }

        /// In the order in which they were reported, so that their numbers are, too.
        @Override
        public Ready ready(List<Entry> entries) {
            var faults = new ArrayList<Fault>();
            var fresh = new ArrayList<BulkRows.Fresh>(entries.size());
            var ordered =
                    entries.stream()
                            .map(ImportRow::of)
                            .sorted(Comparator.comparing(ImportRow::at))
                            .toList();
            var right = new ArrayList<ImportRow>(ordered.size());
            for (var row : ordered) {
                var wrong = faults(row);
                faults.addAll(wrong);
                if (wrong.isEmpty()) {
                    right.add(row);
                }
            }
            var numbering = numbers.ahead(region, right.stream().map(ImportRow::at).toList());
            for (var row : right) {
                fresh(row, numbering, faults).ifPresent(fresh::add);
            }
            var known = rows.known(region, fresh);
            var unknown = fresh.stream().filter(it -> !known.contains(it)).toList();
            return () -> stored(unknown, known.size(), faults);
        }

        /// What lies nowhere in particular belongs to the county.
        private Optional<Fault> outside(ImportRow row, TerritoryCode area) {
            return bounds.fault(row.line(), "area", Optional.of(area));
        }

        private Optional<BulkRows.Fresh> fresh(
                ImportRow row, Numbering numbering, List<Fault> faults) {
            try {
                var matter = reception.prepared(row.report().in(region), by, row.at(), numbering);
                var outside = outside(row, matter.subject().area());
                if (outside.isPresent()) {
                    faults.add(outside.get());
                    return Optional.empty();
                }
                var journey = desk.begun(matter, by);
                return Optional.of(
                        new BulkRows.Fresh(
                                journey.matter(), journey.steps(), ImportKey.of(matter)));
            } catch (ProblemException e) {
                faults.addAll(faults(row.line(), e));
                return Optional.empty();
            }
        }

        private Taken stored(List<BulkRows.Fresh> fresh, int known, List<Fault> faults) {
            if (fresh.isEmpty()) {
                return new Taken(0, 0, known, faults);
            }
            var ids = rows.insert(region, fresh);
            events.append(
                    fresh.stream()
                            .filter(it -> ids.contains(it.matter().id().value()))
                            .map(it -> Matters.moved(it.matter(), it.steps()))
                            .toList());
            return new Taken(ids.size(), 0, known + fresh.size() - ids.size(), faults);
        }
    }

    private List<Fault> faults(ImportRow row) {
        var form = validator.validate(row.report()).stream().map(it -> fault(row.line(), it));
        return Stream.concat(form, beyond(row).stream())
                .sorted(Comparator.comparing(Fault::column))
                .toList();
    }

    /// Nobody has reported anything yet to come, nor before the days that time limits are counted on.
    private Optional<Fault> beyond(ImportRow row) {
        return !row.at().isBefore(Instant.EPOCH)
                        && !row.at().isAfter(desk.now())
                        && WorkCalendar.reaches(LocalDate.ofInstant(row.at(), WorkCalendar.ZONE))
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                row.line(),
                                "reported_at",
                                "out-of-range",
                                new Words(
                                        "要在 1992 年以后，不晚于现在",
                                        "It has to be after 1991, and not to come yet")));
    }

    private static Fault fault(long line, ConstraintViolation<?> violation) {
        var column = column(violation.getPropertyPath().toString());
        var constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return switch (constraint) {
            case "NotBlank", "NotNull" ->
                    new Fault(line, column, "missing", new Words("没有填", "Nothing is filled in"));
            case "Size" -> new Fault(line, column, "too-long", new Words("太长", "Too long"));
            case "DecimalMin", "DecimalMax" ->
                    new Fault(line, column, "out-of-range", new Words("不在范围内", "Out of the range"));
            default -> new Fault(line, column, "pattern", form(column));
        };
    }

    private static Words form(String column) {
        return column.equals("phone")
                ? new Words(
                        "不是电话号码：5 到 20 位数字，可带 + 和 -",
                        "Not a phone number: 5 to 20 digits, with + and -")
                : new Words("格式不对", "The form is not right");
    }

    private static List<Fault> faults(long line, ProblemException problem) {
        if (problem.errors().isEmpty()) {
            var why =
                    new Words(
                            problem.detail(org.huying.problem.Language.ZH),
                            problem.detail(org.huying.problem.Language.EN));
            return List.of(new Fault(line, "", problem.problem().code(), why));
        }
        return problem.errors().stream()
                .map(it ->
                        new Fault(line, column(it.path()), it.code(), new Words(it.zh(), it.en())))
                .toList();
    }

    /// Behind the last dot of the path.
    private static String column(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
