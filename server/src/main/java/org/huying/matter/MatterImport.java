package org.huying.matter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVPrinter;
import org.huying.access.Caller;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.file.Intake;
import org.huying.sheet.Field;
import org.huying.sheet.Heading;
import org.huying.sheet.Limits;
import org.huying.sheet.Row;
import org.huying.sheet.SheetFile;
import org.huying.sheet.Unfit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in a file of reports on the command line, in short transactions; it may be imported again, and only what is missing
/// is added. It is read as a file that comes in over the API is: encodings, heads and cells alike.
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

    /// Lines that are refused go to `errors` as line, field and reason; a file that cannot be read as a whole is `Unfit`, and
    /// nothing of it is taken beyond where that was found.
    Outcome run(String region, Path path, CSVPrinter errors, LongConsumer progress)
            throws IOException, Unfit {
        var taking = intake.begin(region, Caller.SYSTEM);
        var fields = intake.fields(region);
        var tally = new Tally(errors);
        var chunk = new ArrayList<Entry>(CHUNK);
        try (var rows = SheetFile.of(path, Limits.LOCAL).rows()) {
            var first = rows.next().orElseThrow(() -> new Unfit("文件是空的", "The file is empty"));
            var heading = Heading.of(first, fields);
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                tally.read++;
                entry(row.get(), heading, fields, tally).ifPresent(chunk::add);
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
        private final List<Fault> untold = new ArrayList<>();
        private long read;
        private long added;
        private long known;

        Tally(CSVPrinter errors) {
            this.errors = errors;
        }

        void took(Intake.Taken taken) throws IOException {
            added += taken.added();
            known += taken.known();
            untold.addAll(taken.faults());
            untold.sort(Comparator.comparingLong(Fault::line));
            for (var fault : untold) {
                refused.add(fault.line());
                errors.printRecord(
                        fault.line(), fault.column(), fault.why().zh() + " " + fault.why().en());
            }
            untold.clear();
        }

        /// Told with the lines around it, in their order.
        void refuse(Fault fault) {
            untold.add(fault);
        }
    }

    private static Optional<Entry> entry(
            Row row, Heading heading, List<Field> fields, Tally tally) {
        var entry = new Entry(row.line(), heading.read(row, fields));
        boolean sound = true;
        for (var field : fields) {
            var flaw = field.flaw(entry.text(field.key()).orElse(""));
            if (flaw.isPresent()) {
                sound = false;
                tally.refuse(
                        new Fault(row.line(), field.key(), flaw.get().code(), flaw.get().why()));
            }
        }
        return sound ? Optional.of(entry) : Optional.empty();
    }

    private Intake.Taken store(Intake.Taking taking, List<Entry> chunk) {
        var ready = taking.ready(List.copyOf(chunk));
        return Objects.requireNonNull(transaction.execute(_ -> ready.store()));
    }
}
