package org.huying.demo.founding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.demo.founding.Crews.Crew;
import org.huying.demo.founding.Staff.Person;
import org.huying.demo.founding.Staff.Post;
import org.huying.org.edit.CoverageEdits;
import org.huying.org.edit.DutyEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.org.edit.TeamEdits;
import org.huying.playbook.Item;
import org.huying.playbook.Playbooks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the generated bodies and people into one county, with their duties, posts and teams.
@Component
class Settlers {

    private final OrgEdits organisations;
    private final CoverageEdits coverage;
    private final DutyEdits duties;
    private final PostEdits posts;
    private final TeamEdits teams;
    private final Accounts accounts;
    private final Playbooks playbooks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settlers(
            OrgEdits organisations,
            CoverageEdits coverage,
            DutyEdits duties,
            PostEdits posts,
            TeamEdits teams,
            Accounts accounts,
            Playbooks playbooks,
            TransactionTemplate transaction,
            Clock clock) {
        this.organisations = organisations;
        this.coverage = coverage;
        this.duties = duties;
        this.posts = posts;
        this.teams = teams;
        this.accounts = accounts;
        this.playbooks = playbooks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What is to be brought into one county.
    record Plan(
            String region,
            List<Cell> cells,
            Chains.Made chains,
            List<Post> posts,
            List<Crew> crews) {}

    /// Answers how many bodies and people with accounts there are. People come together; whoever is there already stays.
    Founder.Settled settle(Plan plan) {
        var region = plan.region();
        var bodies = Bodies.of(plan.cells(), items(region));
        var all = new ArrayList<>(bodies.organisations());
        all.addAll(plan.chains().bodies());
        var ids = organisations.save(region, all, Land.SINCE).ids();
        coverage.save(region, plan.chains().coverage(), Land.SINCE);
        duties.save(region, bodies.duties(), Land.SINCE);
        var people = new ArrayList<>(Staff.handlers(region, all, ids));
        plan.posts().stream()
                .flatMap(post -> post.holders().stream())
                .filter(it -> it.grant().isPresent())
                .forEach(people::add);
        if (people.isEmpty() || accounts.byLogin(region, people.getFirst().login()).isEmpty()) {
            transaction.executeWithoutResult(_ -> people(plan, people));
        }
        return new Founder.Settled(all.size(), people.size());
    }

    /// What the county and its towns ask for; each item once, as the county says it.
    private Collection<Item> items(String region) {
        var items = new LinkedHashMap<String, Item>();
        playbooks.within(region, clock.instant()).stream()
                .flatMap(it -> it.items().stream())
                .forEach(it -> items.putIfAbsent(it.key(), it));
        return items.values();
    }

    private void people(Plan plan, List<Person> people) {
        var made = accounts.createAll(people.stream().map(Person::account).toList());
        var ids = new HashMap<String, UUID>();
        for (int i = 0; i < made.size(); i++) {
            ids.put(people.get(i).login(), made.get(i));
        }
        posts.save(
                plan.region(),
                plan.posts().stream().map(post -> held(post, ids)).toList(),
                Land.SINCE);
        if (!plan.crews().isEmpty()) {
            teams.save(
                    plan.region(),
                    plan.crews().stream().map(crew -> team(crew, ids)).toList(),
                    Land.SINCE);
        }
    }

    private static PostEdits.Entry held(Post post, Map<String, UUID> ids) {
        return new PostEdits.Entry(
                post.key(),
                post.name(),
                post.organisation(),
                post.area(),
                post.holders().stream()
                        .map(it -> new PostEdits.Holder(id(it, ids), it.name()))
                        .toList());
    }

    private static TeamEdits.Entry team(Crew crew, Map<String, UUID> ids) {
        return new TeamEdits.Entry(
                crew.key(),
                crew.name(),
                crew.organisation(),
                crew.area(),
                Optional.empty(),
                true,
                crew.seats().stream()
                        .map(it ->
                                new TeamEdits.Person(
                                        id(it.person(), ids),
                                        it.person().name(),
                                        it.roles(),
                                        it.lead(),
                                        it.home()))
                        .toList());
    }

    private static UUID id(Person person, Map<String, UUID> ids) {
        return ids.getOrDefault(person.login(), person.fixed());
    }
}
