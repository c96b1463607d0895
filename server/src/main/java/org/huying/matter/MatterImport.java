package org.huying.matter;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.huying.access.Caller;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.file.Intake;
import org.huying.sheet.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in a file of reports on the command line, in short transactions; it may be imported again, and only what is missing
/// is added.
@Service
class MatterImport {

    /// What came of a file. `known` were there already.
    record Outcome(long read, long added, long known, long refused) {}

    private static final int CHUNK = 1_000;

    private final MatterIntake intake;
    private final TransactionTemplate transaction;

    MatterImport(MatterIntake intake, TransactionTemplate transaction) {
        this.intake = intake;
        this.transaction = transaction;
    }

    /// Reads UTF-8 with a heading; lines that are refused go to `errors` as line, field and reason.
    Outcome run(String region, Reader file, CSVPrinter errors, LongConsumer progress)
            throws IOException {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        var taking = intake.begin(region, Caller.SYSTEM);
        var fields = intake.fields(region);
        var tally = new Tally(errors);
        var chunk = new ArrayList<Entry>(CHUNK);
        try (var records = format.parse(file)) {
            for (CSVRecord record : records) {
                tally.read++;
                entry(record, fields, tally).ifPresent(chunk::add);
                if (chunk.size() == CHUNK) {
                    tally.took(store(taking, chunk));
                    chunk.clear();
                    progress.accept(tally.read);
                }
            }
        }
        tally.took(store(taking, chunk));
        progress.accept(tally.read);
        return new Outcome(tally.read, tally.added, tally.known, tally.refused.size());
    }

    private static final class Tally {
        private final CSVPrinter errors;
        private final HashSet<Long> refused = new HashSet<>();
        private long read;
        private long added;
        private long known;

        Tally(CSVPrinter errors) {
            this.errors = errors;
        }

        void took(Intake.Taken taken) throws IOException {
            added += taken.added();
            known += taken.known();
            for (var fault : taken.faults()) {
                refuse(fault);
            }
        }

        void refuse(Fault fault) throws IOException {
            refused.add(fault.line());
            errors.printRecord(
                    fault.line(), fault.column(), fault.why().zh() + " " + fault.why().en());
        }
    }

    private static Optional<Entry> entry(CSVRecord record, List<Field> fields, Tally tally)
            throws IOException {
        long line = record.getRecordNumber() + 1;
        Map<String, String> cells =
                fields.stream()
                        .filter(it -> record.isSet(it.key()))
                        .collect(Collectors.toMap(Field::key, it -> it.read(record.get(it.key()))));
        boolean sound = true;
        for (var field : fields) {
            var flaw = field.flaw(cells.getOrDefault(field.key(), ""));
            if (flaw.isPresent()) {
                sound = false;
                tally.refuse(new Fault(line, field.key(), flaw.get().code(), flaw.get().why()));
            }
        }
        return sound ? Optional.of(new Entry(line, cells)) : Optional.empty();
    }

    private Intake.Taken store(Intake.Taking taking, List<Entry> chunk) {
        var ready = taking.ready(List.copyOf(chunk));
        return Objects.requireNonNull(transaction.execute(_ -> ready.store()));
    }
}
