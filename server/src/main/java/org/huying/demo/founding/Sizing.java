package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.demo.founding.Size.Chain;
import org.huying.demo.founding.Size.Ground;
import org.huying.demo.founding.Size.Lead;
import org.huying.demo.founding.Size.Marks;
import org.huying.demo.founding.Size.Posting;
import org.huying.demo.founding.Size.Squad;
import org.huying.org.OrganisationKind;
import org.huying.playbook.Amount;
import org.huying.playbook.BodyKind;
import org.huying.playbook.Playbook;
import org.huying.playbook.PostKind;
import org.huying.playbook.TeamKind;
import org.huying.playbook.Text;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Reads a size out of a playbook. Pure.
final class Sizing {

    private static final String MICRO = "micro";

    private final Playbook playbook;
    private final boolean whole;
    private final Map<String, PostKind> posts;

    private Sizing(Playbook playbook, TerritoryCode place) {
        this.playbook = playbook;
        this.whole = playbook.place().equals(place);
        this.posts =
                playbook.posts().stream()
                        .collect(Collectors.toMap(PostKind::key, Function.identity()));
    }

    static Size of(Playbook playbook, TerritoryCode place) {
        var sizing = new Sizing(playbook, place);
        return new Size(
                place,
                sizing.ground(),
                playbook.posts().stream().flatMap(it -> sizing.post(it).stream()).toList(),
                playbook.teams().stream().flatMap(it -> sizing.team(it).stream()).toList(),
                sizing.bodies());
    }

    private Ground ground() {
        var sizes = playbook.sizes();
        return new Ground(
                sizes.communities().filter(_ -> whole),
                whole ? sizes.mergedFrom() : 0,
                sizes.grids().flatMap(this::count),
                sizes.exclusiveGrids().flatMap(this::count),
                sizes.microGrids().flatMap(this::count),
                new Size.Across(
                        sizes.grounds().buildings().flatMap(this::count),
                        sizes.grounds().segments().flatMap(this::count)),
                names(sizes.lines()));
    }

    /// On a part of the place as many holders on each as the quota asks for.
    private Optional<Posting> post(PostKind kind) {
        return kind.founding()
                .flatMap(founding ->
                        count(founding.number())
                                .or(() -> kind.quota().map(Count::each))
                                .map(number ->
                                        new Posting(
                                                kind.key(),
                                                kind.name().zh(),
                                                level(kind.level()),
                                                kind.ground(),
                                                number,
                                                founding.role())));
    }

    private Optional<Squad> team(TeamKind kind) {
        return kind.founding()
                .flatMap(founding ->
                        count(founding.number())
                                .flatMap(number ->
                                        count(founding.members())
                                                .map(members ->
                                                        team(kind, founding, number, members))));
    }

    private Squad team(TeamKind kind, TeamKind.Founding founding, Count number, Count members) {
        return new Squad(
                kind.key(),
                kind.name().zh(),
                level(kind.level()),
                number,
                members,
                List.copyOf(kind.roles().keySet()),
                founding.homes(),
                founding.lead().map(post -> new Lead(post, roles(post, kind))));
    }

    /// What its post makes of the lead, else everything that a member may be.
    private List<String> roles(String post, TeamKind kind) {
        return Optional.ofNullable(posts.get(post))
                .map(PostKind::roles)
                .filter(roles -> !roles.isEmpty())
                .map(roles -> List.copyOf(roles.keySet()))
                .orElseGet(() -> List.copyOf(kind.roles().keySet()));
    }

    private List<Chain> bodies() {
        var known = new HashSet<String>();
        var chains = new ArrayList<Chain>();
        for (var kind : playbook.bodies()) {
            var under = kind.ties().under();
            if (under.map(known::contains).orElse(true)) {
                count(kind.number())
                        .map(number -> body(kind, number))
                        .ifPresent(chain -> {
                            chains.add(chain);
                            known.add(chain.key());
                        });
            }
        }
        return chains;
    }

    private static Chain body(BodyKind kind, Count number) {
        return new Chain(
                kind.key(),
                kind.name().zh(),
                OrganisationKind.valueOf(kind.kind().toUpperCase(Locale.ROOT).replace('-', '_')),
                level(kind.level()),
                number,
                kind.ties().under(),
                new Marks(
                        kind.names().stream().map(Text::zh).toList(),
                        kind.ties().within(),
                        kind.ties().covers().map(Sizing::level),
                        names(kind.ties().industries())));
    }

    /// A total is of the whole place and says nothing of a part.
    private Optional<Count> count(Amount amount) {
        if (amount.each()) {
            return Optional.of(Count.each(amount.number()));
        }
        return whole ? Optional.of(Count.total(amount.number())) : Optional.empty();
    }

    private static Map<String, String> names(Map<String, Text> texts) {
        var names = new LinkedHashMap<String, String>();
        texts.forEach((key, text) -> names.put(key, text.zh()));
        return names;
    }

    private static Level level(String word) {
        return word.equals(MICRO) ? Level.MICRO_GRID : Level.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
