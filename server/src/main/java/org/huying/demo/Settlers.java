package org.huying.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.org.edit.DutyEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.playbook.Playbooks;
import org.springframework.stereotype.Component;

/// Brings the generated bodies and staff into the town, with their duties and posts.
@Component
class Settlers {

    private final OrgEdits organisations;
    private final DutyEdits duties;
    private final PostEdits posts;
    private final Accounts accounts;
    private final Playbooks playbooks;
    private final Clock clock;

    Settlers(
            OrgEdits organisations,
            DutyEdits duties,
            PostEdits posts,
            Accounts accounts,
            Playbooks playbooks,
            Clock clock) {
        this.organisations = organisations;
        this.duties = duties;
        this.posts = posts;
        this.accounts = accounts;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// Whoever is there already stays; answers how many bodies and people there are.
    int settle(String region, List<Cell> cells) {
        var bodies = Bodies.of(cells, playbooks.current(region, clock.instant()).items());
        var ids = organisations.save(region, bodies.organisations(), Land.SINCE).ids();
        duties.save(region, bodies.duties(), Land.SINCE);
        var people = Staff.of(cells, bodies.organisations(), ids);
        posts.save(region, held(people, made(people)), Land.SINCE);
        return bodies.organisations().size() + people.size();
    }

    private Map<String, UUID> made(List<Staff.Person> people) {
        var wanted = people.stream().map(Staff.Person::account).toList();
        var ids = accounts.createAll(wanted);
        var made = new LinkedHashMap<String, UUID>();
        for (int i = 0; i < wanted.size(); i++) {
            made.put(wanted.get(i).login(), ids.get(i));
        }
        return made;
    }

    private static List<PostEdits.Entry> held(List<Staff.Person> people, Map<String, UUID> made) {
        var held = new ArrayList<PostEdits.Entry>();
        for (var person : people) {
            var id = made.get(person.account().login());
            if (id != null) {
                person.post().ifPresent(it -> held.add(held(it, id, person.account().name())));
            }
        }
        return held;
    }

    private static PostEdits.Entry held(Staff.Post post, UUID person, String name) {
        return new PostEdits.Entry(
                post.key(),
                post.name(),
                post.organisation(),
                post.area(),
                List.of(new PostEdits.Holder(person, name)));
    }
}
