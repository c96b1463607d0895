package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.web.Queues.Asked;
import org.huying.insight.web.Queues.Queue;
import org.huying.problem.Language;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The lists people work from: open matters, what falls due first on top; each may be narrowed as the list of all is.
@RestController
@RequestMapping("/api/v1/{region}/lists")
class WorkController {

    private final Lists lists;
    private final Queues queues;

    WorkController(Lists lists, Queues queues) {
        this.lists = lists;
        this.queues = queues;
    }

    @GetMapping("/my-work")
    @Permit(Visible.LISTS)
    MatterPage myWork(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @RequestParam(defaultValue = "assignee") @Pattern(regexp = "assignee|area") String axis,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var queue = axis.equals("area") ? Queue.PLACES : Queue.MINE;
        return page(asked(queue, region, query), page, caller, request);
    }

    @GetMapping("/team")
    @Permit(Visible.LISTS)
    MatterPage team(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @RequestParam UUID unit,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var asked = new Asked(Queue.TEAM, region, query.filter(), Optional.of(unit));
        return page(asked, page, caller, request);
    }

    @GetMapping("/overdue")
    @Permit(Visible.LISTS)
    MatterPage overdue(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        return page(asked(Queue.OVERDUE, region, query), page, caller, request);
    }

    /// What has turned amber: still in time, but not for long.
    @GetMapping("/amber")
    @Permit(Visible.LISTS)
    MatterPage amber(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        return page(asked(Queue.AMBER, region, query), page, caller, request);
    }

    /// Matters with an application that waits for the caller's level to decide.
    @GetMapping("/approvals")
    @Permit(Visible.DECIDE)
    MatterPage approvals(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        return page(asked(Queue.APPROVALS, region, query), page, caller, request);
    }

    private static Asked asked(Queue queue, String region, MattersQuery query) {
        return new Asked(queue, region, query.filter(), Optional.empty());
    }

    private MatterPage page(
            Asked asked, PageQuery page, Caller caller, HttpServletRequest request) {
        var cursor = asked.queue().cursor();
        var statement = queues.statement(asked, caller, cursor.place(page.after()), page.lines());
        return lists.page(asked.region(), statement, cursor, page.lines(), Language.of(request));
    }
}
