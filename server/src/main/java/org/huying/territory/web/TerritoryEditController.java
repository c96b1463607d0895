package org.huying.territory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.Change.NewPlace;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.web.Requests.CancelRequest;
import org.huying.territory.web.Requests.CreateRequest;
import org.huying.territory.web.Requests.MergeRequest;
import org.huying.territory.web.Requests.PlaceRequest;
import org.huying.territory.web.Requests.RenameRequest;
import org.huying.territory.web.Requests.SplitRequest;
import org.huying.territory.web.Views.NodeView;
import org.huying.territory.web.Views.NodesView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changing the territory place by place. Each answer lists the places that came out of the change.
@RestController
@RequestMapping("/api/v1/{region}/territory")
class TerritoryEditController {
    private static final String COUNTY = "\\d{6}";

    private final TerritoryEdits edits;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TerritoryEditController(
            TerritoryEdits edits, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.edits = edits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Permit(Scope.EDIT)
    @PostMapping("/nodes")
    @ResponseStatus(HttpStatus.CREATED)
    NodesView create(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid CreateRequest body,
            Caller caller) {
        var place = body.place().place();
        var change = new Change.Create(place, day(body.from()));
        return apply(caller, region, change, List.of(place.parent()), "新设");
    }

    @Permit(Scope.EDIT)
    @PostMapping("/merge")
    NodesView merge(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid MergeRequest body,
            Caller caller) {
        var into = body.into().place();
        var change =
                new Change.Merge(
                        body.parts(),
                        into,
                        day(body.from()),
                        body.source(),
                        Boolean.TRUE.equals(body.carry()));
        return apply(caller, region, change, with(body.parts(), into), body.source());
    }

    @Permit(Scope.EDIT)
    @PostMapping("/split")
    NodesView split(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid SplitRequest body,
            Caller caller) {
        var parts = body.parts().stream().map(PlaceRequest::place).toList();
        var change = new Change.Split(body.place(), parts, day(body.from()), body.source());
        var touched = with(List.of(body.place()), parts.toArray(NewPlace[]::new));
        return apply(caller, region, change, touched, body.source());
    }

    @Permit(Scope.EDIT)
    @PostMapping("/rename")
    NodesView rename(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid RenameRequest body,
            Caller caller) {
        var change =
                new Change.Rename(
                        body.place(), body.name().strip(), day(body.from()), body.source());
        return apply(caller, region, change, List.of(body.place()), body.source());
    }

    @Permit(Scope.EDIT)
    @PostMapping("/cancel")
    NodesView cancel(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid CancelRequest body,
            Caller caller) {
        var change = new Change.Cancel(body.place(), day(body.from()), body.source());
        return apply(caller, region, change, List.of(body.place()), body.source());
    }

    private NodesView apply(
            Caller caller,
            String region,
            Change change,
            List<TerritoryCode> touched,
            String source) {
        touched.forEach(place -> Scope.require(caller, Scope.EDIT, region, place));
        var nodes =
                transaction.execute(_ -> {
                    var result = edits.apply(region, change);
                    audit.acted(
                            caller,
                            region,
                            "territory." + act(change),
                            touched.getFirst().value(),
                            Optional.of(source));
                    return result;
                });
        return new NodesView(nodes.stream().map(NodeView::of).toList(), null);
    }

    private static String act(Change change) {
        return switch (change) {
            case Change.Create _ -> "create";
            case Change.Merge _ -> "merge";
            case Change.Split _ -> "split";
            case Change.Rename _ -> "rename";
            case Change.Cancel _ -> "cancel";
        };
    }

    private static List<TerritoryCode> with(List<TerritoryCode> places, NewPlace... fresh) {
        var touched = new java.util.ArrayList<>(places);
        for (var place : fresh) {
            touched.add(place.parent());
        }
        return touched;
    }

    private LocalDate day(@Nullable LocalDate from) {
        return from == null ? TerritoryDay.of(clock.instant()) : from;
    }
}
