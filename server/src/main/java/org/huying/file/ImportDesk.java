package org.huying.file;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.database.AfterCommit;
import org.huying.database.Ids;
import org.huying.file.Import.Mode;
import org.huying.file.Import.State;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.sheet.Field;
import org.huying.sheet.Heading;
import org.huying.sheet.Row;
import org.huying.sheet.SheetFile;
import org.huying.sheet.Unfit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes files in, begins and stops them. A file belongs to whoever brought it; to others it is not there.
@Service
class ImportDesk {

    /// So many rows are shown before anything is done.
    static final int PREVIEW = 20;

    private static final String HIDDEN = "••••••";

    private final StoredImports stored;
    private final ImportParts parts;
    private final FileKinds kinds;
    private final FileSettings settings;
    private final SchedulerClient scheduler;
    private final CustomTask<Void> task;
    private final Audit audit;
    private final Clock clock;

    ImportDesk(
            StoredImports stored,
            ImportParts parts,
            FileKinds kinds,
            FileSettings settings,
            SchedulerClient scheduler,
            CustomTask<Void> fileImport,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.stored = stored;
        this.parts = parts;
        this.kinds = kinds;
        this.settings = settings;
        this.scheduler = scheduler;
        this.task = fileImport;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where a file lies while it is read, and what its owner calls it.
    record Sent(Path path, String name) {}

    /// Reads the file once, row by row, and keeps its rows. Refuses one that cannot be read, or not whole.
    @Transactional
    Import take(String region, String kind, Sent sent, Caller caller) throws IOException {
        var intake = kinds.intake(kind, region, caller);
        try {
            var file = SheetFile.of(sent.path(), settings.limits());
            try (var rows = file.rows()) {
                var first = rows.next().orElseThrow(() -> new Unfit("文件是空的", "The file is empty"));
                var heading = Heading.of(first, intake.fields(region));
                var one = fresh(new Import.Id(region, Ids.next()), kind, sent.name(), caller);
                var begun = one.of(file.encoding(), heading);
                stored.add(begun);
                int count = fill(begun.id(), rows);
                audit.acted(caller, region, "file.upload", subject(begun), Optional.empty());
                return begun.filled(count, (count + ImportParts.ROWS - 1) / ImportParts.ROWS);
            }
        } catch (Unfit e) {
            throw refused(e);
        }
    }

    private int fill(Import.Id id, org.huying.sheet.Rows rows) throws IOException, Unfit {
        int count = 0;
        int seq = 0;
        var part = new ArrayList<Row>(ImportParts.ROWS);
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            part.add(row.get());
            count++;
            if (part.size() == ImportParts.ROWS) {
                parts.add(id, seq++, part);
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            parts.add(id, seq++, part);
        }
        if (count == 0) {
            throw new Unfit("列名下面没有内容", "There is nothing below the heads");
        }
        stored.filled(id, count, seq);
        return count;
    }

    private Fresh fresh(Import.Id id, String kind, String name, Caller caller) {
        return new Fresh(
                id, kind, name, new Import.By(caller.account(), caller.name()), clock.instant());
    }

    private record Fresh(
            Import.Id id, String kind, String name, Import.By by, java.time.Instant at) {

        Import of(String encoding, Heading heading) {
            return new Import(
                    id,
                    kind,
                    name,
                    encoding,
                    heading,
                    0,
                    0,
                    by,
                    State.READY,
                    Optional.empty(),
                    Import.Phase.CHECK,
                    0,
                    Import.Count.NONE,
                    at,
                    Optional.empty());
        }
    }

    /// Begins in the background. The same again changes nothing; another mode than before is refused.
    @Transactional
    Import start(Import.Id id, Mode mode, Caller caller) {
        var one = own(id, caller);
        var intake = kinds.intake(one.kind(), id.region(), caller);
        int most = settings.atOnce(intake);
        if (mode == Mode.ALL && one.rows() > most) {
            throw Problem.INVALID.with(
                    "全部成功才导入，最多 %,d 行；请改为导入合格的行，或分成几个文件".formatted(most),
                    "All or nothing takes at most %,d rows; take what is right, or split the file"
                            .formatted(most));
        }
        if (!stored.start(id, mode)) {
            throw Problem.REFUSED.with(
                    "这个文件已经开始、结束，或内容已清除", "This file has begun or ended, or its rows are gone");
        }
        scheduler.scheduleIfNotExists(task.instance(id.instance()), new SystemClock().now());
        audit.acted(caller, id.region(), "file.import", subject(one), Optional.of(mode.name()));
        AfterCommit.run(this::look);
        return own(id, caller);
    }

    /// What is due is looked for at once, and not at the next round.
    private void look() {
        if (scheduler instanceof Scheduler own) {
            own.triggerCheckForDueExecutions();
        }
    }

    @Transactional
    Import cancel(Import.Id id, Caller caller) {
        var one = own(id, caller);
        if (!stored.cancel(id, clock.instant())) {
            throw Problem.REFUSED.with("这个文件已经结束", "This file has ended");
        }
        audit.acted(caller, id.region(), "file.cancel", subject(one), Optional.empty());
        return own(id, caller);
    }

    /// Throws `Problem.NOT_FOUND` for a file of somebody else.
    Import own(Import.Id id, Caller caller) {
        return stored.find(id)
                .filter(it -> it.by().account().equals(caller.account()))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// The first rows as they will be read, and what is wrong with them.
    record Preview(List<Field> fields, List<Row> rows, List<Entry> entries, List<Fault> faults) {}

    Preview preview(Import.Id id, Caller caller) {
        var one = own(id, caller);
        var intake = kinds.intake(one.kind(), id.region(), caller);
        var fields = intake.fields(id.region());
        var rows = parts.read(id, 0).stream().limit(PREVIEW).toList();
        var read = ReadRows.of(one, rows, fields);
        var faults = intake.begin(id.region(), caller).check(read.sound());
        var entries =
                rows.stream()
                        .map(it ->
                                new Entry(it.line(), shown(one.heading().read(it, fields), fields)))
                        .toList();
        return new Preview(fields, rows, entries, read.and(faults));
    }

    /// Without what is known only to whoever it is for.
    private static Map<String, String> shown(Map<String, String> cells, List<Field> fields) {
        var shown = new LinkedHashMap<>(cells);
        for (var field : fields) {
            if (field.kind() == Field.Kind.SECRET) {
                shown.computeIfPresent(field.key(), (_, it) -> it.isEmpty() ? it : HIDDEN);
            }
        }
        return shown;
    }

    static String subject(Import one) {
        return "files/" + one.kind() + "/" + one.id().value();
    }

    private static ProblemException refused(Unfit unfit) {
        return Problem.INVALID.with(unfit.why().zh(), unfit.why().en());
    }
}
