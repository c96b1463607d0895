package org.huying.org.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Ids;
import org.huying.org.OrgNews;
import org.huying.org.store.Bodies;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;
import org.huying.org.store.Rows.Board;
import org.huying.org.store.Rows.Post;
import org.huying.org.store.Rows.Span;
import org.huying.org.store.Rows.Tenure;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Creates and ends posts, and says who holds them.
@Service
public class PostEdits {
    private final Bodies bodies;
    private final Posts posts;
    private final OrgNews news;

    PostEdits(Bodies bodies, Posts posts, OrgNews news) {
        this.bodies = bodies;
        this.posts = posts;
        this.news = news;
    }

    public record Holder(UUID person, String name) {}

    /// A post by its playbook key, area and organisation (its key), with those who hold it.
    public record Entry(
            String key,
            String name,
            String organisation,
            TerritoryCode area,
            Board board,
            List<Holder> holders) {

        /// A post of which the public board says nothing more.
        public Entry(
                String key,
                String name,
                String organisation,
                TerritoryCode area,
                List<Holder> holders) {
            this(key, name, organisation, area, Board.EMPTY, holders);
        }
    }

    public record Outcome(int added, int tenures, List<UUID> ids) {}

    private record Identity(String key, TerritoryCode area, UUID organisation) {}

    /// Adds what is not there yet; running it twice changes nothing. Refuses a post that exists under another name.
    @Transactional
    public Outcome save(String region, List<Entry> entries, LocalDate from) {
        var units =
                bodies.ofRegion(region).stream()
                        .filter(body -> body.span().to().isEmpty())
                        .collect(Collectors.toMap(Rows.Body::key, Rows.Body::id));
        var known = new HashMap<Identity, Post>();
        posts.ofRegion(region).stream()
                .filter(post -> post.span().to().isEmpty())
                .forEach(post -> known.put(identity(post), post));
        var added = new ArrayList<Post>();
        var tenures = new ArrayList<Tenure>();
        var ids = new ArrayList<UUID>();
        for (var entry : entries) {
            var wanted =
                    new Identity(
                            entry.key(),
                            entry.area(),
                            unit(units.get(entry.organisation()), entry));
            var post = known.get(wanted);
            if (post == null) {
                post = post(wanted, entry, from);
                known.put(wanted, post);
                added.add(post);
            } else {
                mustHaveName(post, entry);
            }
            ids.add(post.id());
            for (var holder : entry.holders()) {
                tenures.add(tenure(post.id(), holder, from));
            }
        }
        return store(region, added, tenures, ids);
    }

    /// Puts a person into a post. Doing it again changes nothing.
    @Transactional
    public void hold(String region, UUID post, Holder holder, LocalDate from) {
        var open =
                posts.ofRegion(region).stream()
                        .anyMatch(one -> one.id().equals(post) && one.span().to().isEmpty());
        if (!open) {
            throw Problem.NOT_FOUND.plain();
        }
        posts.hold(region, List.of(tenure(post, holder, from)));
        news.changed(region, post, "tenures");
    }

    /// One holder follows another in one act: the old tenure ends on the day on which the new one begins. Work that is
    /// open belongs to the post's unit and place, so it is found by the successor. Refuses somebody who holds the post.
    @Transactional
    public UUID handOver(
            String region, UUID post, UUID tenure, Holder successor, LocalDate day, String note) {
        ended(posts.leave(region, tenure, day));
        var next = tenure(post, successor, day);
        if (posts.hold(region, List.of(next)) == 0) {
            throw Problem.CONFLICT.with("此人已在任该岗位", "This person holds the post already");
        }
        posts.handover(region, tenure, next, note);
        news.changed(region, post, "tenures");
        return next.id();
    }

    @Transactional
    public void leave(String region, UUID tenure, LocalDate day) {
        ended(posts.leave(region, tenure, day));
        news.changed(region, tenure, "tenures");
    }

    /// Ends a post and with it the tenures of those who hold it.
    @Transactional
    public void end(String region, UUID post, LocalDate day) {
        ended(posts.end(region, post, day));
        news.changed(region, post, "posts");
    }

    private Outcome store(String region, List<Post> added, List<Tenure> tenures, List<UUID> ids) {
        if (!added.isEmpty()) {
            posts.add(region, added);
        }
        int held = tenures.isEmpty() ? 0 : posts.hold(region, tenures);
        if (held > 0 || !added.isEmpty()) {
            news.changed(region, ids.getFirst(), "posts");
        }
        return new Outcome(added.size(), held, ids);
    }

    private static void ended(int rows) {
        if (rows == 0) {
            throw Problem.NOT_FOUND.with(
                    "不存在、已结束或晚于该日期开始", "There is none, it has ended, or it begins after that day");
        }
    }

    private static void mustHaveName(Post post, Entry entry) {
        if (!post.name().equals(entry.name())) {
            throw Problem.CONFLICT.with(
                    "岗位 %s（%s）已以“%s”设立，请先结束".formatted(entry.key(), entry.area(), post.name()),
                    "Post %s at %s exists as '%s'; end it first"
                            .formatted(entry.key(), entry.area(), post.name()));
        }
    }

    private static UUID unit(@org.jspecify.annotations.Nullable UUID found, Entry entry) {
        if (found == null) {
            throw Problem.REFUSED.with(
                    "机构 " + entry.organisation() + " 不存在或已撤销",
                    "There is no organisation " + entry.organisation());
        }
        return found;
    }

    private static Identity identity(Post post) {
        return new Identity(post.key(), post.area(), post.organisation());
    }

    private static Post post(Identity wanted, Entry entry, LocalDate from) {
        var span = new Span(from, Optional.empty());
        return new Post(
                Ids.next(),
                wanted.key(),
                entry.name(),
                wanted.organisation(),
                wanted.area(),
                entry.board(),
                span);
    }

    private static Tenure tenure(UUID post, Holder holder, LocalDate from) {
        var span = new Span(from, Optional.empty());
        return new Tenure(Ids.next(), post, holder.person(), holder.name(), span);
    }
}
