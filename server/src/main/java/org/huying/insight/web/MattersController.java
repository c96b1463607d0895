package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.web.Queues.Asked;
import org.huying.insight.web.Queues.Queue;
import org.huying.problem.Language;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// All matters: newest first, and on the map.
@RestController
@RequestMapping("/api/v1/{region}/lists")
class MattersController {

    private final Lists lists;
    private final Queues queues;

    MattersController(Lists lists, Queues queues) {
        this.lists = lists;
        this.queues = queues;
    }

    @GetMapping("/matters")
    @Permit(Visible.LISTS)
    MatterPage matters(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var asked = new Asked(Queue.MATTERS, region, query.filter(), Optional.empty());
        var after = Cursor.NEWEST.place(page.after());
        var statement = queues.statement(asked, caller, after, page.lines());
        return lists.page(region, statement, Cursor.NEWEST, page.lines(), Language.of(request));
    }

    /// Open matters in a box. `after` is not looked at: a map has no pages.
    @GetMapping("/box")
    @Permit(Visible.LISTS)
    MatterBox box(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid BoxQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var statement =
                ListStatements.box(
                        region,
                        Visible.cuts(caller, Visible.LISTS, region),
                        query.box(),
                        page.lines());
        return lists.box(region, statement, page.lines(), Language.of(request));
    }
}
