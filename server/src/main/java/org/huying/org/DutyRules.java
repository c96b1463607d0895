package org.huying.org;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.org.DutyBook.Body;
import org.huying.org.DutyBook.Entry;
import org.huying.org.DutyBook.Post;
import org.huying.org.DutyBook.PostPlace;
import org.huying.org.DutyBook.Tenure;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// The rule "who gets this request". This class is the whole of it, and pure.
///
/// 1. `post`: when a post is asked for, its holder on the territory, walking from the place upwards to the county.
///    A post that nobody holds is passed over; if no post on the way is held, nobody is responsible.
/// 2. `duty-list`: otherwise the unit on the duty list, for the item, else for its class, else for everything (`*`);
///    of several the one for the smallest area, then of the smallest priority number.
/// 3. `fallback`: otherwise upwards: the street office of the place, then the centre of the county, then its
///    government.
final class DutyRules {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Comparator<Entry> SMALLEST_AREA_FIRST =
            Comparator.comparingInt((Entry entry) -> -entry.area().value().length())
                    .thenComparingInt(Entry::priority)
                    .thenComparing(Entry::unit);

    private DutyRules() {}

    static Optional<Responsible> responsible(DutyQuestion question, DutyBook book) {
        var day = question.at().atZone(CHINA).toLocalDate();
        if (question.post().isPresent()) {
            return holder(question.post().get(), question.place(), book, day);
        }
        return onDutyList(question, book, day).or(() -> upwards(question.place(), book, day));
    }

    /// The bodies whose posts a person holds at a moment.
    static Set<UUID> servedBy(UUID person, DutyBook book, Instant at) {
        var day = at.atZone(CHINA).toLocalDate();
        return book.posts().values().stream()
                .flatMap(List::stream)
                .filter(post -> post.validity().covers(day))
                .filter(post ->
                        post.tenures().stream()
                                .anyMatch(it ->
                                        it.person().equals(person) && it.validity().covers(day)))
                .map(Post::unit)
                .filter(unit -> book.body(unit, day).isPresent())
                .collect(Collectors.toSet());
    }

    private static Optional<Responsible> holder(
            String post, TerritoryCode place, DutyBook book, LocalDate day) {
        return upTheTerritory(place)
                .flatMap(area ->
                        book.posts().getOrDefault(new PostPlace(post, area), List.of()).stream())
                .filter(found -> found.validity().covers(day))
                .flatMap(found -> heldBy(found, book, day).stream())
                .findFirst();
    }

    private static Optional<Responsible> heldBy(Post post, DutyBook book, LocalDate day) {
        return post.tenures().stream()
                .filter(tenure -> tenure.validity().covers(day))
                .min(
                        Comparator.comparing((Tenure tenure) -> tenure.validity().from())
                                .thenComparing(Tenure::person))
                .flatMap(tenure ->
                        book.body(post.unit(), day)
                                .map(body -> answer(body, tenure, reason(post))));
    }

    static Set<UUID> holders(String post, TerritoryCode place, DutyBook book, Instant at) {
        var day = at.atZone(CHINA).toLocalDate();
        return upTheTerritory(place)
                .map(area -> holders(new PostPlace(post, area), book, day))
                .filter(held -> !held.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private static Set<UUID> holders(PostPlace place, DutyBook book, LocalDate day) {
        return book.posts().getOrDefault(place, List.of()).stream()
                .filter(post -> post.validity().covers(day))
                .flatMap(post -> post.tenures().stream())
                .filter(tenure -> tenure.validity().covers(day))
                .map(Tenure::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Responsible> onDutyList(
            DutyQuestion question, DutyBook book, LocalDate day) {
        return Stream.of(question.item(), question.itemClass(), DutyBook.ANY_ITEM)
                .flatMap(subject -> listed(subject, question.place(), book, day).stream())
                .findFirst();
    }

    private static Optional<Responsible> listed(
            String subject, TerritoryCode place, DutyBook book, LocalDate day) {
        return book.list().getOrDefault(subject, List.of()).stream()
                .filter(entry -> place.within(entry.area()) && entry.validity().covers(day))
                .filter(entry -> book.body(entry.unit(), day).isPresent())
                .min(SMALLEST_AREA_FIRST)
                .flatMap(entry ->
                        book.body(entry.unit(), day)
                                .map(body -> answer(body, "duty-list", reason(entry))));
    }

    private static Optional<Responsible> upwards(
            TerritoryCode place, DutyBook book, LocalDate day) {
        var street =
                upTheTerritory(place)
                        .filter(area -> area.level() == Level.STREET)
                        .flatMap(area -> at(area, OrganisationKind.STREET_OFFICE, book, day));
        var county =
                Stream.of(OrganisationKind.CENTRE, OrganisationKind.GOVERNMENT)
                        .flatMap(kind -> at(place.at(Level.COUNTY), kind, book, day));
        return Stream.concat(street, county)
                .findFirst()
                .map(body -> answer(body, "fallback", "责任清单未列明，逐级上交由“" + body.name() + "”受理"));
    }

    private static Stream<Body> at(
            TerritoryCode area, OrganisationKind kind, DutyBook book, LocalDate day) {
        return book.bodies().values().stream()
                .filter(body -> body.kind() == kind && body.validity().covers(day))
                .filter(body -> body.anchor().filter(area::equals).isPresent())
                .sorted(Comparator.comparing(Body::id));
    }

    private static Stream<TerritoryCode> upTheTerritory(TerritoryCode place) {
        return Stream.iterate(
                        Optional.of(place),
                        area ->
                                area.filter(code -> code.level().compareTo(Level.COUNTY) >= 0)
                                        .isPresent(),
                        area -> area.flatMap(TerritoryCode::parent))
                .flatMap(Optional::stream);
    }

    private static Responsible answer(Body body, Tenure tenure, String reason) {
        return new Responsible(
                body.id(), body.name(), Optional.of(tenure.person()), "post", reason);
    }

    private static Responsible answer(Body body, String rule, String reason) {
        return new Responsible(body.id(), body.name(), Optional.empty(), rule, reason);
    }

    private static String reason(Post post) {
        return "由“" + post.name() + "”岗位现任人员负责";
    }

    private static String reason(Entry entry) {
        return DutyBook.ANY_ITEM.equals(entry.subject())
                ? "责任清单里，这里没有单列的事由它负责"
                : "责任清单里，这里的这类事由它负责";
    }
}
