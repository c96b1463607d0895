package org.huying.access.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.audit.AuditRows;
import org.huying.access.audit.AuditRows.Named;
import org.huying.calendar.WorkCalendar;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.problem.Problem;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The audit of a county, newest first, as a file, for its audit administrators.
@Component
class AuditOutlet implements Outlet {

    private static final int PAGE = 1_000;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final AuditRows rows;
    private final AccessSheets sheets;

    AuditOutlet(AuditRows rows, AccessSheets sheets) {
        this.rows = rows;
        this.sheets = sheets;
    }

    @Override
    public String kind() {
        return "audit";
    }

    @Override
    public Words name() {
        return new Words("审计", "Audit");
    }

    @Override
    public String permission() {
        return "access:audit:read";
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(
                new Filter("act", new Words("做了什么", "Act"), "[a-zA-Z][a-zA-Z0-9._-]{0,59}"),
                new Filter("from", new Words("从哪天起", "From the day"), DAY),
                new Filter("to", new Words("到哪天为止（含）", "To the day, included"), DAY));
    }

    @Override
    public Lines<Named> open(Asked asked) {
        var from = asked.value("from").map(it -> midnight(it, 0));
        var to = asked.value("to").map(it -> midnight(it, 1));
        var lines =
                new Paged<Named, UUID>(before -> {
                    var query =
                            new AuditRows.Query(
                                    Optional.empty(), asked.value("act"), from, to, before, PAGE);
                    var found = rows.page(asked.region(), query);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().row().id());
                    return new Paged.Page<>(found, next);
                });
        return new Lines<>(sheets.audit(asked.language()), lines);
    }

    private static Instant midnight(String day, int later) {
        try {
            return LocalDate.parse(day).plusDays(later).atStartOfDay(WorkCalendar.ZONE).toInstant();
        } catch (DateTimeException _) {
            throw Problem.INVALID.with("没有这一天：" + day, "There is no such day: " + day);
        }
    }
}
