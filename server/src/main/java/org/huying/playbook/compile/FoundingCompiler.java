package org.huying.playbook.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huying.playbook.Amount;
import org.huying.playbook.BodyKind;
import org.huying.playbook.Sizes;
import org.huying.playbook.TeamKind;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings.Word;
import org.huying.territory.TerritoryCode;

/// What stands at the place and how much of it: the sections `territory.sizes`, `teams` and `bodies`.
final class FoundingCompiler {

    private static final Word BODY = new Word("排在前面的机构", "body that stands before it");
    private static final String PARTY = "party-organisation";

    private final Part root;
    private final Vocabulary words;
    private final String place;

    FoundingCompiler(Part root, Vocabulary words) {
        this.root = root;
        this.words = words;
        this.place = root.at("place").at("code").text("");
    }

    Sizes sizes() {
        var part = root.at("territory").at("sizes");
        return new Sizes(
                part.at("communities").text().map(_ -> (int) part.at("communities").number(0)),
                mergedFrom(part.at("merged-from")),
                part.at("grids").amount(),
                part.at("exclusive-grids").amount(),
                part.at("micro-grids").amount(),
                new Sizes.Grounds(part.at("buildings").amount(), part.at("segments").amount()),
                part.at("lines").labels());
    }

    private static int mergedFrom(Part list) {
        return (int) list.parts().stream().mapToDouble(each -> each.number(0)).sum();
    }

    Map<String, TeamKind> teams() {
        var teams = new LinkedHashMap<String, TeamKind>();
        root.at("teams").entries().forEach((key, part) -> teams.put(key, team(key, part)));
        return teams;
    }

    private TeamKind team(String key, Part part) {
        var quota = part.at("quota");
        return new TeamKind(
                key,
                part.name(),
                level(part.at("on")).orElse("grid"),
                part.at("roles").labels(),
                part.at("duties").texts(),
                quota.present() ? Optional.of((int) quota.number(1)) : Optional.empty(),
                part.at("roster").flag(false),
                part.at("template").flag(false),
                part.at("number").amount().map(number -> founding(part, number)),
                Vocabulary.mandate(part, Vocabulary.seats(root)));
    }

    private TeamKind.Founding founding(Part part, Amount number) {
        return new TeamKind.Founding(
                number,
                part.at("members").amount().orElse(new Amount(0, true)),
                (int) part.at("homes").number(0),
                words.post(part.at("lead")));
    }

    Map<String, BodyKind> bodies() {
        var bodies = new LinkedHashMap<String, BodyKind>();
        root.at("bodies")
                .entries()
                .forEach((key, part) -> bodies.put(key, body(key, part, bodies.keySet())));
        return bodies;
    }

    private BodyKind body(String key, Part part, Set<String> before) {
        var level = level(part.at("on")).orElse("grid");
        var names = part.at("names").parts().stream().map(Part::label).toList();
        var industries = part.at("industries").labels();
        return new BodyKind(
                key,
                part.name(),
                part.at("kind").text(PARTY),
                level,
                part.at("number").amount().orElseGet(() -> number(names, industries)),
                names,
                new BodyKind.Ties(
                        part.at("under").oneOf("body", BODY, before),
                        within(part.at("within")),
                        level(part.at("covers")).filter(below(part.at("covers"), level)),
                        industries),
                work(part));
    }

    private BodyKind.Work work(Part part) {
        var members = new LinkedHashMap<String, BodyKind.Member>();
        part.at("members")
                .entries()
                .forEach((key, member) ->
                        words.unit(member, key)
                                .ifPresent(unit -> members.put(unit, member(member))));
        return new BodyKind.Work(part.at("duties").texts(), members);
    }

    private static BodyKind.Member member(Part part) {
        return new BodyKind.Member(part.at("duties").texts(), part.at("template").flag(false));
    }

    /// One for each name or industry; on each place where there are none.
    private static Amount number(List<Text> names, Map<String, Text> industries) {
        int told = Math.max(names.size(), industries.size());
        return told == 0 ? new Amount(1, true) : new Amount(told, false);
    }

    private Optional<TerritoryCode> within(Part part) {
        return part.read(
                "bad-place",
                word -> {
                    if (!word.startsWith(place)) {
                        throw new IllegalArgumentException(
                                "不在本工作法的地方之内 / lies outside the place of the playbook");
                    }
                    return TerritoryCode.of(word);
                });
    }

    private static Optional<String> level(Part part) {
        return part.oneOf("level", Vocabulary.LEVEL, Vocabulary.LEVELS);
    }

    private static Predicate<String> below(Part part, String level) {
        return word -> {
            if (Vocabulary.LEVELS.indexOf(word) >= Vocabulary.LEVELS.indexOf(level)) {
                return true;
            }
            part.wrong(
                    "bad-level",
                    "`" + word + "` 高于机构所在的 `" + level + "`",
                    "`%s` is above `%s`, where the body stands".formatted(word, level));
            return false;
        };
    }
}
