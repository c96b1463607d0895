package org.huying.org.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huying.access.Accounts;
import org.huying.file.Bounds;
import org.huying.file.Entry;
import org.huying.file.Fault;
import org.huying.file.Intake;
import org.huying.org.edit.PostEdits;
import org.huying.org.store.Rows.Board;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;

/// Takes the rows of one file of posts.
final class PostTaking implements Intake.Taking {

    private static final Pattern CODE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}");
    private static final Pattern CONTACT = Pattern.compile(TeamRequests.CONTACT);

    private record Identity(String key, String organisation, TerritoryCode area) {}

    private final String region;
    private final Bounds bounds;
    private final Accounts accounts;
    private final PostEdits edits;
    private final Conflicts conflicts;
    private final Clock clock;
    private final Set<String> bodies = new HashSet<>();
    private final Map<Identity, String> known = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    PostTaking(
            String region,
            Bounds bounds,
            Accounts accounts,
            PostEdits edits,
            Conflicts conflicts,
            Clock clock) {
        this.region = region;
        this.bounds = bounds;
        this.accounts = accounts;
        this.edits = edits;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /// A body that is there.
    void body(String key) {
        bodies.add(key);
    }

    /// A post that is there, by whatever name.
    void post(String key, String organisation, TerritoryCode area, String name) {
        known.put(new Identity(key, organisation, area), name);
    }

    /// What the playbook calls a post.
    void named(String key, String name) {
        names.put(key, name);
    }

    @Override
    public List<Fault> check(List<Entry> entries) {
        return sorted(entries).faults();
    }

    @Override
    public Intake.Ready ready(List<Entry> entries) {
        var sorted = sorted(entries);
        return () -> stored(sorted);
    }

    /// @param fresh posts that are not there yet; `there` those that may get one more holder
    private record Sorted(
            List<PostEdits.Entry> fresh, List<PostEdits.Entry> there, List<Fault> faults) {}

    private Sorted sorted(List<Entry> entries) {
        var logins = entries.stream().flatMap(it -> it.text("login").stream()).toList();
        var people = accounts.byLogins(region, logins);
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var entry : entries) {
            var wrong = faults(entry, people);
            sorted.faults().addAll(wrong);
            if (wrong.isEmpty()) {
                sort(entry, people, sorted);
            }
        }
        return sorted;
    }

    private void sort(Entry entry, Map<String, Accounts.Named> people, Sorted sorted) {
        var key = entry.text("key").orElseThrow();
        var organisation = entry.text("organisation").orElseThrow();
        var area = TerritoryCode.of(entry.text("area").orElseThrow());
        var identity = new Identity(key, organisation, area);
        var before = known.get(identity);
        var name = before == null ? names.getOrDefault(key, key) : before;
        var holders =
                entry
                        .text("login")
                        .map(people::get)
                        .map(it -> new PostEdits.Holder(it.id(), it.name()))
                        .stream()
                        .toList();
        var board = new Board(entry.text("contact"), entry.text("duties"));
        var post = new PostEdits.Entry(key, name, organisation, area, board, holders);
        known.put(identity, name);
        (before == null ? sorted.fresh() : sorted.there()).add(post);
    }

    private List<Fault> faults(Entry entry, Map<String, Accounts.Named> people) {
        var faults = new ArrayList<Fault>();
        wrong(
                        entry,
                        "organisation",
                        it -> !bodies.contains(it),
                        "没有这个机构，或已撤销",
                        "There is no such body, or it has ended")
                .ifPresent(faults::add);
        wrong(
                        entry,
                        "area",
                        it -> !CODE.matcher(it).matches() || !it.startsWith(region),
                        "不是本县的区划代码",
                        "No code of a place in the county")
                .ifPresent(faults::add);
        wrong(
                        entry,
                        "contact",
                        it -> !CONTACT.matcher(it).matches(),
                        "不是工作电话",
                        "Not a phone at work")
                .ifPresent(faults::add);
        wrong(entry, "login", it -> !people.containsKey(it), "没有这个账号", "There is no such account")
                .ifPresent(faults::add);
        if (faults.isEmpty()) {
            var area = entry.text("area").map(TerritoryCode::of);
            bounds.fault(entry.line(), "area", area).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<Fault> wrong(
            Entry entry,
            String column,
            java.util.function.Predicate<String> so,
            String zh,
            String en) {
        return entry.text(column)
                .filter(so)
                .map(_ -> new Fault(entry.line(), column, "unknown", new Words(zh, en)));
    }

    private Intake.Taken stored(Sorted sorted) {
        var day = TerritoryDay.of(clock.instant());
        int added = sorted.fresh().isEmpty() ? 0 : edits.save(region, sorted.fresh(), day).added();
        int held = sorted.there().isEmpty() ? 0 : edits.save(region, sorted.there(), day).tenures();
        List<UUID> people = new ArrayList<>();
        sorted.fresh().forEach(it -> it.holders().forEach(one -> people.add(one.person())));
        sorted.there().forEach(it -> it.holders().forEach(one -> people.add(one.person())));
        conflicts.none(region, people, day);
        return new Intake.Taken(added, held, sorted.there().size() - held, sorted.faults());
    }
}
