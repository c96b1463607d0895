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
import org.huying.problem.Seen;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.Change.NewPlace;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.store.Revisions;
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
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changing the territory place by place. Each answer lists the places that came out of the change. Who changes what is
/// there names in `If-Match` the revision of the county's territory, which every look at it carries as `ETag`.
@RestController
@RequestMapping("/api/v1/{region}/territory")
class TerritoryEditController {
    private static final String COUNTY = "\\d{6}";

    private final TerritoryEdits edits;
    private final Revisions revisions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TerritoryEditController(
            TerritoryEdits edits,
            Revisions revisions,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.edits = edits;
        this.revisions = revisions;
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
        touches(caller, region, List.of(place.parent()));
        return transaction.execute(_ -> {
            var nodes = edits.apply(region, change);
            record(caller, region, change, place.parent());
            return view(nodes);
        });
    }

    @Permit(Scope.EDIT)
    @PostMapping("/merge")
    ResponseEntity<NodesView> merge(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid MergeRequest body,
            Seen seen,
            Caller caller) {
        var into = body.into().place();
        var change =
                new Change.Merge(
                        body.parts(),
                        into,
                        day(body.from()),
                        body.source(),
                        Boolean.TRUE.equals(body.carry()));
        return at(seen, caller, region, change, with(body.parts(), into));
    }

    @Permit(Scope.EDIT)
    @PostMapping("/split")
    ResponseEntity<NodesView> split(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid SplitRequest body,
            Seen seen,
            Caller caller) {
        var parts = body.parts().stream().map(PlaceRequest::place).toList();
        var change = new Change.Split(body.place(), parts, day(body.from()), body.source());
        var touched = with(List.of(body.place()), parts.toArray(NewPlace[]::new));
        return at(seen, caller, region, change, touched);
    }

    @Permit(Scope.EDIT)
    @PostMapping("/rename")
    ResponseEntity<NodesView> rename(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid RenameRequest body,
            Seen seen,
            Caller caller) {
        var change =
                new Change.Rename(
                        body.place(), body.name().strip(), day(body.from()), body.source());
        return at(seen, caller, region, change, List.of(body.place()));
    }

    @Permit(Scope.EDIT)
    @PostMapping("/cancel")
    ResponseEntity<NodesView> cancel(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid CancelRequest body,
            Seen seen,
            Caller caller) {
        var change = new Change.Cancel(body.place(), day(body.from()), body.source());
        return at(seen, caller, region, change, List.of(body.place()));
    }

    private ResponseEntity<NodesView> at(
            Seen seen, Caller caller, String region, Change change, List<TerritoryCode> touched) {
        touches(caller, region, touched);
        return transaction.execute(_ -> {
            var nodes = edits.apply(region, change, seen);
            record(caller, region, change, touched.getFirst());
            return Seen.tagged(revisions.of(region), view(nodes));
        });
    }

    private static void touches(Caller caller, String region, List<TerritoryCode> touched) {
        touched.forEach(place -> Scope.require(caller, Scope.EDIT, region, place));
    }

    private void record(Caller caller, String region, Change change, TerritoryCode place) {
        audit.acted(
                caller,
                region,
                "territory." + act(change),
                place.value(),
                Optional.of(source(change)));
    }

    private static NodesView view(List<Node> nodes) {
        return new NodesView(nodes.stream().map(NodeView::of).toList(), null);
    }

    private static String source(Change change) {
        return switch (change) {
            case Change.Create _ -> "新设";
            case Change.Merge merge -> merge.source();
            case Change.Split split -> split.source();
            case Change.Rename rename -> rename.source();
            case Change.Cancel cancel -> cancel.source();
        };
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
