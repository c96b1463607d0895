package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.web.Queues.Asked;
import org.huying.insight.web.Queues.Queue;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists taken away as a sheet for Excel.
@RestController
@RequestMapping("/api/v1/{region}/lists")
class ExportController {

    private static final int MOST = ListStatements.WHOLE;

    private final Lists lists;
    private final Queues queues;
    private final MatterSheet sheet;
    private final Audit audit;

    ExportController(Lists lists, Queues queues, MatterSheet sheet, Audit audit) {
        this.lists = lists;
        this.queues = queues;
        this.sheet = sheet;
        this.audit = audit;
    }

    /// Which list is taken away, and what for.
    ///
    /// @param list which of the lists
    /// @param unit whose work, for `team`
    record ExportQuery(
            @Nullable @Pattern(regexp = "matters|mine|places|team|overdue|amber|approvals")
                    String list,
            @Nullable UUID unit) {

        Queue queue() {
            return list == null ? Queue.MATTERS : Queue.valueOf(list.toUpperCase(Locale.ROOT));
        }
    }

    /// The same lines as the list, in its order and within the same bounds, at most 5 000 of them: what people write of each
    /// other stands in titles, so every export says what for and is recorded before it is answered.
    @GetMapping(value = "/export", produces = ExcelSheet.TYPE)
    @Permit(Visible.LISTS)
    ResponseEntity<byte[]> export(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @Valid ExportQuery what,
            @Valid MattersQuery query,
            Caller caller,
            HttpServletRequest request) {
        var queue = what.queue();
        var cursor = queue.cursor();
        var asked = new Asked(queue, region, query.filter(), Optional.ofNullable(what.unit()));
        var statement = queues.statement(asked, caller, cursor.place(null), MOST);
        var language = Language.of(request);
        audit.looked(caller, region, "lists/" + queue.name().toLowerCase(Locale.ROOT), purpose);
        var page = lists.page(region, statement, cursor, MOST, language);
        return sheet.answer(page, language);
    }
}
