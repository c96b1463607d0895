package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.sql.ListStatements.Own;
import org.huying.problem.Language;
import org.huying.problem.Problem;
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
    private final Clock clock;

    WorkController(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /// The two ways work is one's own.
    enum Axis {
        /// What my units have in hand and what stands in my name.
        ASSIGNEE,
        /// What lies in my places, whoever has it.
        AREA
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
        var cuts = Visible.cuts(caller, Visible.LISTS, region);
        var after = Cursor.DUE.place(page.after());
        var statement =
                switch (Axis.valueOf(axis.toUpperCase(Locale.ROOT))) {
                    case ASSIGNEE -> {
                        var held = cuts.stream().filter(cut -> cut.unit().isPresent()).toList();
                        var rest = cuts.stream().filter(cut -> cut.unit().isEmpty()).toList();
                        yield ListStatements.assigned(
                                region,
                                held,
                                Optional.of(new Own(caller.account(), rest)),
                                query.filter(),
                                after,
                                page.lines());
                    }
                    case AREA -> {
                        var places = cuts.stream().filter(cut -> cut.unit().isEmpty()).toList();
                        yield ListStatements.work(
                                region, places, query.filter(), after, page.lines());
                    }
                };
        return lists.page(region, statement, Cursor.DUE, page.lines(), Language.of(request));
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
        var cuts =
                new Cut(Optional.empty(), Optional.of(unit))
                        .and(Visible.cuts(caller, Visible.LISTS, region));
        if (cuts.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        var statement =
                ListStatements.work(
                        region, cuts, query.filter(), Cursor.DUE.place(page.after()), page.lines());
        return lists.page(region, statement, Cursor.DUE, page.lines(), Language.of(request));
    }

    @GetMapping("/overdue")
    @Permit(Visible.LISTS)
    MatterPage overdue(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid MattersQuery query,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request) {
        var statement =
                ListStatements.overdue(
                        region,
                        Visible.cuts(caller, Visible.LISTS, region),
                        query.filter(),
                        clock.instant(),
                        Cursor.DUE.place(page.after()),
                        page.lines());
        return lists.page(region, statement, Cursor.DUE, page.lines(), Language.of(request));
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
        var statement =
                ListStatements.amber(
                        region,
                        Visible.cuts(caller, Visible.LISTS, region),
                        query.filter(),
                        clock.instant(),
                        Cursor.DUE.place(page.after()),
                        page.lines());
        return lists.page(region, statement, Cursor.DUE, page.lines(), Language.of(request));
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
        var statement =
                ListStatements.approvals(
                        region,
                        Visible.cuts(caller, Visible.DECIDE, region),
                        query.filter(),
                        Cursor.NEWEST.place(page.after()),
                        page.lines());
        return lists.page(region, statement, Cursor.NEWEST, page.lines(), Language.of(request));
    }
}
