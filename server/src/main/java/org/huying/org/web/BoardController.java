package org.huying.org.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.huying.access.Permit;
import org.huying.org.store.Members;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.playbook.Charge;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PostKind;
import org.huying.playbook.TeamKind;
import org.huying.playbook.Text;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public board of a place (上墙公示): who answers here, for what, and the number at work. Open to everybody, so it
/// holds nothing else: no account, no person's own phone.
@RestController
@RequestMapping("/api/v1/{region}/board")
class BoardController {
    private final Territory territory;
    private final Posts posts;
    private final Teams teams;
    private final Members members;
    private final Playbooks playbooks;
    private final Clock clock;

    BoardController(
            Territory territory,
            Posts posts,
            Teams teams,
            Members members,
            Playbooks playbooks,
            Clock clock) {
        this.territory = territory;
        this.posts = posts;
        this.teams = teams;
        this.members = members;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    record BoardPlaceView(TerritoryCode code, String name) {}

    record BoardPostView(
            String post,
            TerritoryCode area,
            List<String> holders,
            @Nullable String duties,
            List<String> rules,
            List<String> standards,
            @Nullable String contact) {}

    record BoardMemberView(String name, List<String> roles, boolean lead) {}

    record BoardTeamView(
            String team,
            TerritoryCode area,
            List<String> duties,
            @Nullable String contact,
            List<BoardMemberView> members) {}

    /// @param path from the street down to the place
    record BoardView(
            List<BoardPlaceView> path, List<BoardPostView> posts, List<BoardTeamView> teams) {}

    /// Who answers at a place, from itself up to its street.
    @Permit(Permit.OPEN)
    @GetMapping("/{area}")
    BoardView board(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable TerritoryCode area,
            HttpServletRequest request) {
        if (!area.value().startsWith(region)) {
            throw Problem.NOT_FOUND.plain();
        }
        var now = clock.instant();
        var path = territory.path(area, now);
        if (path.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        var shown =
                path.stream()
                        .filter(node ->
                                node.code().level().compareTo(Level.STREET) >= 0
                                        || node.code().equals(area))
                        .toList();
        var areas = shown.stream().map(Node::code).toList();
        var day = TerritoryDay.of(now);
        return new BoardView(
                shown.stream().map(node -> new BoardPlaceView(node.code(), node.name())).toList(),
                posts.in(region, areas, day).stream()
                        .map(held -> post(held, charge(held.post(), now), Language.of(request)))
                        .toList(),
                teams(region, areas, Language.of(request)));
    }

    /// What the place says of all such posts; a post's own words about its duties come first.
    private static BoardPostView post(Posts.Held held, Charge charge, Language language) {
        var post = held.post();
        return new BoardPostView(
                post.name(),
                post.area(),
                held.holders().stream().map(Rows.Tenure::name).toList(),
                post.board()
                        .duties()
                        .or(() ->
                                said(charge.duties(), language).stream()
                                        .reduce((a, b) -> a + language.pick("、", ", ") + b))
                        .orElse(null),
                said(charge.rules(), language),
                said(charge.standards(), language),
                post.board().contact().orElse(null));
    }

    private Charge charge(Rows.Post post, Instant now) {
        return playbooks.current(post.area(), now).posts().stream()
                .filter(it -> it.key().equals(post.key()))
                .findFirst()
                .map(PostKind::charge)
                .orElse(Charge.UNSAID);
    }

    private List<BoardTeamView> teams(String region, List<TerritoryCode> areas, Language language) {
        var now = clock.instant();
        var day = TerritoryDay.of(now);
        var found = teams.onBoard(region, areas, day);
        var ids = found.stream().map(Rows.Team::id).toList();
        var byTeam =
                members.of(region, ids, day).stream()
                        .collect(Collectors.groupingBy(Rows.Member::team));
        return found.stream()
                .map(team ->
                        team(
                                team,
                                byTeam.getOrDefault(team.id(), List.of()),
                                kind(team, now),
                                language))
                .toList();
    }

    /// As the playbook of its place knows it.
    private @Nullable TeamKind kind(Rows.Team team, Instant now) {
        return playbooks.current(team.area(), now).teams().stream()
                .filter(it -> it.key().equals(team.key()))
                .findFirst()
                .orElse(null);
    }

    private static BoardTeamView team(
            Rows.Team team, List<Rows.Member> members, @Nullable TeamKind kind, Language language) {
        return new BoardTeamView(
                team.name(),
                team.area(),
                kind == null ? List.of() : said(kind.duties(), language),
                team.contact().orElse(null),
                members.stream()
                        .map(one ->
                                new BoardMemberView(
                                        one.name(),
                                        one.roles().stream()
                                                .map(role -> role(role, kind, language))
                                                .toList(),
                                        one.lead()))
                        .toList());
    }

    private static String role(String key, @Nullable TeamKind kind, Language language) {
        var name = kind == null ? null : kind.roles().get(key);
        return name == null ? key : said(name, language);
    }

    private static List<String> said(List<Text> texts, Language language) {
        return texts.stream().map(it -> said(it, language)).toList();
    }

    private static String said(Text text, Language language) {
        return language.pick(text.zh(), text.en());
    }
}
