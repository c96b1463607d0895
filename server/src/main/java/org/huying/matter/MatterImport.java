package org.huying.matter;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.huying.access.Caller;
import org.huying.eventlog.EventLog;
import org.huying.problem.FieldError;
import org.huying.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in reports that another system recorded, many at a time, at the times they were recorded: checked like any
/// other, numbered, and taken as far as the playbook takes a report by itself. Works in short transactions; a file may be
/// imported again, and only what is missing is added.
@Service
class MatterImport {

    /// What came of a file. `known` were there already.
    record Outcome(long read, long added, long known, long refused) {}

    private static final int CHUNK = 1_000;

    private final Reception reception;
    private final MatterDesk desk;
    private final BulkRows rows;
    private final EventLog events;
    private final TransactionTemplate transaction;
    private final Validator validator;

    MatterImport(
            Reception reception,
            MatterDesk desk,
            BulkRows rows,
            EventLog events,
            TransactionTemplate transaction,
            Validator validator) {
        this.reception = reception;
        this.desk = desk;
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
        this.validator = validator;
    }

    /// Reads UTF-8 with a heading; lines that are refused go to `errors` as line, field and reason.
    Outcome run(String region, Reader file, CSVPrinter errors, LongConsumer progress)
            throws IOException {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        long read = 0;
        long added = 0;
        long ready = 0;
        var chunk = new ArrayList<ImportRow>(CHUNK);
        var refused = new Refusals(errors);
        try (var records = format.parse(file)) {
            for (CSVRecord record : records) {
                read++;
                parsed(record, refused).ifPresent(chunk::add);
                if (chunk.size() == CHUNK) {
                    var fresh = fresh(region, chunk, refused);
                    ready += fresh.size();
                    added += store(region, fresh);
                    chunk.clear();
                    progress.accept(read);
                }
            }
        }
        var fresh = fresh(region, chunk, refused);
        ready += fresh.size();
        added += store(region, fresh);
        progress.accept(read);
        return new Outcome(read, added, ready - added, refused.lines.size());
    }

    private static final class Refusals {
        private final CSVPrinter printer;
        private final HashSet<Long> lines = new HashSet<>();

        Refusals(CSVPrinter printer) {
            this.printer = printer;
        }

        void add(long line, String field, String reason) throws IOException {
            lines.add(line);
            printer.printRecord(line, field, reason);
        }
    }

    private Optional<ImportRow> parsed(CSVRecord record, Refusals refused) throws IOException {
        try {
            var row = ImportRow.of(record);
            var faults = validator.validate(row.report());
            for (var fault : faults) {
                refused.add(row.line(), fault.getPropertyPath().toString(), fault.getMessage());
            }
            return faults.isEmpty() ? Optional.of(row) : Optional.empty();
        } catch (ImportRow.Unreadable e) {
            refused.add(record.getRecordNumber() + 1, e.field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<BulkRows.Fresh> fresh(String region, List<ImportRow> chunk, Refusals refused)
            throws IOException {
        var fresh = new ArrayList<BulkRows.Fresh>(chunk.size());
        for (var row : chunk.stream().sorted(Comparator.comparing(ImportRow::at)).toList()) {
            try {
                var matter = reception.prepared(row.report().in(region), Caller.SYSTEM, row.at());
                var journey = desk.begun(matter, Caller.SYSTEM);
                fresh.add(
                        new BulkRows.Fresh(
                                journey.matter(), journey.steps(), key(region, row.source())));
            } catch (ProblemException e) {
                for (FieldError fault : e.errors()) {
                    refused.add(row.line(), fault.path(), fault.zh() + " / " + fault.en());
                }
                if (e.errors().isEmpty()) {
                    refused.add(row.line(), "", String.valueOf(e.getMessage()));
                }
            }
        }
        return fresh;
    }

    private long store(String region, List<BulkRows.Fresh> fresh) {
        if (fresh.isEmpty()) {
            return 0;
        }
        var stored =
                transaction.execute(_ -> {
                    var ids = rows.insert(region, fresh);
                    events.append(
                            fresh.stream()
                                    .filter(it -> ids.contains(it.matter().id().value()))
                                    .map(it -> Matters.moved(it.matter(), it.steps()))
                                    .toList());
                    return ids;
                });
        return stored.size();
    }

    /// The same number of the same place is the same report.
    private static UUID key(String region, String source) {
        var text = "import " + region + " " + source;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
