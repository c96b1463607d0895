package org.huying.org;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.org.DutyBook.PostPlace;
import org.huying.org.DutyBook.Validity;
import org.huying.org.store.Bodies;
import org.huying.org.store.DutyLines;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;

/// The organisations of one region and what the duty rules need, in memory. Immutable.
record OrgMap(
        Map<UUID, Organisation> byId,
        Map<String, Organisation> byKey,
        DutyBook book,
        TeamBook teams) {

    static OrgMap of(String region, Bodies bodies, Posts posts, DutyLines duties, TeamBook teams) {
        var found = bodies.ofRegion(region);
        var organisations = found.stream().map(body -> organisation(region, body)).toList();
        var tenures =
                posts.tenures(region).stream().collect(Collectors.groupingBy(Rows.Tenure::post));
        var book =
                DutyBook.of(
                        found.stream().map(OrgMap::body).toList(),
                        posts.ofRegion(region).stream()
                                .map(post -> post(post, tenures.getOrDefault(post.id(), List.of())))
                                .toList(),
                        duties.ofRegion(region).stream().map(OrgMap::entry).toList());
        return new OrgMap(
                by(organisations, Organisation::id),
                by(organisations, Organisation::key),
                book,
                teams);
    }

    private static <K> Map<K, Organisation> by(
            List<Organisation> organisations, Function<Organisation, K> key) {
        return organisations.stream().collect(Collectors.toUnmodifiableMap(key, one -> one));
    }

    private static Organisation organisation(String region, Rows.Body body) {
        return new Organisation(
                region,
                body.id(),
                body.key(),
                body.name(),
                body.kind(),
                body.parent(),
                body.anchor());
    }

    private static DutyBook.Body body(Rows.Body body) {
        return new DutyBook.Body(
                body.id(), body.name(), body.kind(), body.anchor(), validity(body.span()));
    }

    private static DutyBook.Post post(Rows.Post post, List<Rows.Tenure> tenures) {
        return new DutyBook.Post(
                new PostPlace(post.key(), post.area()),
                post.name(),
                post.organisation(),
                validity(post.span()),
                tenures.stream()
                        .map(one -> new DutyBook.Tenure(one.person(), validity(one.span())))
                        .toList());
    }

    private static DutyBook.Entry entry(Rows.Duty duty) {
        return new DutyBook.Entry(
                duty.unit(), duty.subject(), duty.area(), duty.priority(), validity(duty.span()));
    }

    private static Validity validity(Rows.Span span) {
        return new Validity(span.from(), span.to());
    }
}
