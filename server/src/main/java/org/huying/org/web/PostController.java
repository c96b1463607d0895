package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.org.edit.PostEdits;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;
import org.huying.org.web.Requests.EndRequest;
import org.huying.org.web.Requests.HandoverRequest;
import org.huying.org.web.Requests.PostRequest;
import org.huying.org.web.Requests.PostsRequest;
import org.huying.org.web.Requests.TenureRequest;
import org.huying.org.web.Views.HandoverView;
import org.huying.org.web.Views.PostView;
import org.huying.org.web.Views.PostsSavedView;
import org.huying.org.web.Views.PostsView;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Posts on the territory and who holds them, now and before.
@RestController
@RequestMapping("/api/v1/{region}/posts")
class PostController {
    private static final String COUNTY = "\\d{6}";

    private final Posts posts;
    private final PostEdits edits;
    private final Conflicts conflicts;
    private final Acts acts;

    PostController(Posts posts, PostEdits edits, Conflicts conflicts, Acts acts) {
        this.posts = posts;
        this.edits = edits;
        this.conflicts = conflicts;
        this.acts = acts;
    }

    /// The posts within `area`, the county if it is missing, with all their holders.
    @Permit(Scope.READ_POSTS)
    @GetMapping
    ResponseEntity<PostsView> list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            Caller caller) {
        long revision = acts.revision(region);
        var found =
                posts.ofRegion(region).stream()
                        .filter(post -> area == null || post.area().within(area))
                        .filter(post -> Scope.reaches(caller, Scope.READ_POSTS, post.area()))
                        .toList();
        var page = Pages.of(found, Rows.Post::id, after, limit);
        var tenures =
                posts.tenures(region).stream().collect(Collectors.groupingBy(Rows.Tenure::post));
        return Seen.tagged(
                revision,
                new PostsView(
                        page.items().stream()
                                .map(post ->
                                        PostView.of(
                                                post, tenures.getOrDefault(post.id(), List.of())))
                                .toList(),
                        page.next()));
    }

    /// Adds posts and holders that are not there yet. Nobody comes to hold what the playbook says does not go together.
    @Permit(Scope.EDIT_POSTS)
    @PostMapping("/import")
    @Unversioned(Unversioned.STANDS)
    PostsSavedView save(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid PostsRequest body,
            Caller caller) {
        var entries = body.items().stream().map(PostRequest::entry).toList();
        entries.forEach(entry ->
                Scope.require(caller, Scope.EDIT_POSTS, region, Optional.of(entry.area())));
        var people =
                entries.stream()
                        .flatMap(entry -> entry.holders().stream())
                        .map(PostEdits.Holder::person)
                        .toList();
        var outcome =
                acts.perform(
                        caller,
                        region,
                        "org.posts.save",
                        entries.size() + " × " + entries.getFirst().key(),
                        () -> {
                            var day = acts.day(body.from());
                            var saved = edits.save(region, entries, day);
                            conflicts.none(region, people, day);
                            return saved;
                        });
        return new PostsSavedView(outcome.added(), outcome.tenures(), outcome.ids());
    }

    @Permit(Scope.EDIT_POSTS)
    @PostMapping("/{id}/tenures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> hold(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @RequestBody @Valid TenureRequest body,
            Seen seen,
            Caller caller) {
        find(caller, region, id);
        var holder = body.holder().holder();
        return acts.perform(
                caller,
                region,
                seen,
                "org.post.hold",
                id.toString(),
                () -> {
                    var day = acts.day(body.from());
                    edits.hold(region, id, holder, day);
                    conflicts.none(region, List.of(holder.person()), day);
                });
    }

    /// One holder follows another: the tenure ends on the day on which the successor's begins.
    @Permit(Scope.EDIT_POSTS)
    @PostMapping("/{id}/tenures/{tenure}/handover")
    HandoverView handOver(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @PathVariable UUID tenure,
            @RequestBody @Valid HandoverRequest body,
            Seen seen,
            Caller caller) {
        find(caller, region, id);
        mustBelong(region, id, tenure);
        var successor = body.successor().holder();
        var next =
                acts.perform(
                        caller,
                        region,
                        "org.post.handover",
                        id.toString(),
                        () -> {
                            acts.mustBeAt(region, seen);
                            var day = acts.day(body.day());
                            var made =
                                    edits.handOver(
                                            region,
                                            id,
                                            tenure,
                                            successor,
                                            day,
                                            body.note().strip());
                            conflicts.none(region, List.of(successor.person()), day);
                            return made;
                        });
        return new HandoverView(next);
    }

    @Permit(Scope.EDIT_POSTS)
    @PostMapping("/{id}/tenures/{tenure}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> leave(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @PathVariable UUID tenure,
            @RequestBody @Valid EndRequest body,
            Seen seen,
            Caller caller) {
        find(caller, region, id);
        mustBelong(region, id, tenure);
        return acts.perform(
                caller,
                region,
                seen,
                "org.post.leave",
                id.toString(),
                () -> edits.leave(region, tenure, acts.day(body.to())));
    }

    /// Ends a post and the tenures of those who hold it.
    @Permit(Scope.EDIT_POSTS)
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> end(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @RequestBody @Valid EndRequest body,
            Seen seen,
            Caller caller) {
        find(caller, region, id);
        return acts.perform(
                caller,
                region,
                seen,
                "org.post.end",
                id.toString(),
                () -> edits.end(region, id, acts.day(body.to())));
    }

    private void mustBelong(String region, UUID post, UUID tenure) {
        if (posts.tenures(region).stream()
                .noneMatch(one -> one.id().equals(tenure) && one.post().equals(post))) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    private void find(Caller caller, String region, UUID id) {
        if (posts.ofRegion(region).stream()
                .noneMatch(post ->
                        post.id().equals(id)
                                && Scope.reaches(caller, Scope.EDIT_POSTS, post.area()))) {
            throw Problem.NOT_FOUND.plain();
        }
    }
}
