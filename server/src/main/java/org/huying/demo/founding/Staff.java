package org.huying.demo.founding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.demo.founding.Size.Posting;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// The generated staff of a place: who they are, what they may do, and which post they hold. Nobody of them exists. Pure.
final class Staff {

    /// Short words for the logins of the posts that people in the demo act through.
    private static final Map<String, String> SHORT =
            Map.of(
                    "grid-worker",
                    "w",
                    "grid-chief",
                    "c",
                    "community-desk",
                    "d",
                    "street-desk",
                    "s");

    /// Somebody; `account` is missing for people who hold a post or belong to a team but do not use the program.
    record Person(String region, String login, String name, Optional<NewGrant> grant) {

        static Person of(String region, String login, Optional<NewGrant> grant) {
            return new Person(region, login, Names.person(Dice.of(region + login)), grant);
        }

        NewAccount account() {
            return new NewAccount(
                    region,
                    login,
                    name,
                    Caller.Kind.STAFF,
                    Optional.empty(),
                    false,
                    grant.stream().toList());
        }

        /// The same for the same login, for those who have no account.
        UUID fixed() {
            return UUID.nameUUIDFromBytes((region + ":" + login).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A post on a place with those who hold it; perhaps nobody.
    record Post(
            String key,
            String name,
            String organisation,
            TerritoryCode area,
            List<Person> holders) {}

    private Staff() {}

    /// The posts of a place whose cells lie in one or several counties.
    static List<Post> posts(List<Cell> cells, List<Posting> postings) {
        var posts = new ArrayList<Post>();
        for (var posting : postings) {
            var areas = areas(cells, posting);
            var holders = posting.holders().over(areas.size());
            for (int i = 0; i < areas.size(); i++) {
                posts.add(post(posting, areas.get(i), holders[i]));
            }
        }
        return posts;
    }

    /// Everybody who works for a department or a firm of the county, by the login that ends with its key.
    static List<Person> handlers(
            String region, List<OrgEdits.Entry> bodies, Map<String, UUID> units) {
        return bodies.stream()
                .filter(body -> Bodies.works(body.kind()))
                .map(body -> {
                    var unit = Optional.ofNullable(units.get(body.key())).orElseThrow();
                    var area = TerritoryCode.of(region);
                    var grant = NewGrant.of("unit-handler", area, unit);
                    return Person.of(region, Bodies.handler(body.key()), Optional.of(grant));
                })
                .toList();
    }

    private static List<Cell> areas(List<Cell> cells, Posting posting) {
        return posting.ground()
                .map(ground -> kind(cells, ground).toList())
                .orElseGet(() -> areas(cells, posting.level(), posting.holders()));
    }

    /// The places of a level that take part: communities with grids and what lies around and in them, streets before towns.
    static List<Cell> areas(List<Cell> cells, Level level, Count number) {
        return switch (level) {
            case GRID ->
                    Stream.concat(
                                    kind(cells, Kind.GRID),
                                    number instanceof Count.Total
                                            ? kind(cells, Kind.EXCLUSIVE_GRID)
                                            : Stream.of())
                            .toList();
            case MICRO_GRID -> kind(cells, Kind.MICRO_GRID).toList();
            case COUNTY, STREET, COMMUNITY -> {
                var active =
                        kind(cells, Kind.GRID)
                                .map(it -> it.code().at(level))
                                .collect(Collectors.toSet());
                yield cells.stream()
                        .filter(it -> active.contains(it.code()))
                        .sorted(Comparator.comparing(it -> !it.name().endsWith("街道")))
                        .toList();
            }
            case PROVINCE, CITY -> List.of();
        };
    }

    private static Stream<Cell> kind(List<Cell> cells, Kind kind) {
        return cells.stream().filter(it -> it.kind() == kind);
    }

    private static Post post(Posting posting, Cell area, int number) {
        var region = area.code().region();
        var login =
                Optional.ofNullable(SHORT.get(posting.key())).orElse(posting.key() + "-")
                        + area.code();
        var grant = posting.role().map(role -> NewGrant.of(role, area.code()));
        var holders = new ArrayList<Person>();
        for (int i = 0; i < number; i++) {
            holders.add(Person.of(region, i == 0 ? login : login + "-" + (i + 1), grant));
        }
        return new Post(
                posting.key(),
                Names.joined(area.shortName(), posting.name()),
                Bodies.leading(area.code()),
                area.code(),
                holders);
    }
}
