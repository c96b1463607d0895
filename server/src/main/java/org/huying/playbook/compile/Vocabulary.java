package org.huying.playbook.compile;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huying.playbook.Charge;
import org.huying.playbook.LoopRules;
import org.huying.playbook.Mandate;
import org.huying.playbook.PostKind;
import org.huying.playbook.Text;
import org.huying.playbook.check.Findings.Word;
import org.huying.territory.Kind;
import org.huying.territory.Level;

/// The words a playbook declares and its rules use: levels, posts, units, evidence.
record Vocabulary(
        Map<String, Text> levels,
        Map<String, PostKind> posts,
        Map<String, Text> units,
        Map<String, Text> evidence) {

    static final Word LEVEL = new Word("层级", "level");
    static final Word POST = new Word("岗位", "post");
    static final Word UNIT = new Word("单位", "unit");
    private static final Word SEAT = new Word("岗位或队伍", "post or team");
    static final Word EVIDENCE = new Word("凭证", "kind of evidence");

    /// The level words, from above to below.
    static final List<String> LEVELS = Arrays.stream(Level.values()).map(Vocabulary::word).toList();

    /// What lies across the micro-grids of a grid and has posts of its own.
    private static final Map<String, Kind> GROUNDS =
            Map.of("building", Kind.BUILDING, "segment", Kind.SEGMENT, "estate", Kind.ESTATE);

    /// What a post may stand on, from above to below.
    private static final List<String> STANDS_ON =
            Stream.concat(LEVELS.stream(), GROUNDS.keySet().stream().sorted()).toList();

    /// What may stand on a ladder, from below to above: the levels, and the departments above them all.
    static final List<String> UPWARDS =
            Stream.concat(LEVELS.reversed().stream(), Stream.of(LoopRules.DEPARTMENT)).toList();

    private static String word(Level level) {
        return switch (level) {
            case PROVINCE -> "province";
            case CITY -> "city";
            case COUNTY -> "county";
            case STREET -> "street";
            case COMMUNITY -> "community";
            case GRID -> "grid";
            case MICRO_GRID -> "micro";
        };
    }

    static Vocabulary of(Part root) {
        var levels = root.at("territory").at("levels");
        levels.entries().forEach((key, part) -> check(LEVEL, "level", part, key, LEVELS));
        var posts = new LinkedHashMap<String, PostKind>();
        var seats = seats(root);
        root.at("posts").entries().forEach((key, part) -> posts.put(key, post(key, part, seats)));
        return new Vocabulary(
                levels.names(), posts, root.at("units").names(), root.at("evidence").names());
    }

    /// What a person can hold: the keys of posts and teams.
    static Set<String> seats(Part root) {
        var seats = new HashSet<>(root.at("posts").entries().keySet());
        seats.addAll(root.at("teams").entries().keySet());
        return seats;
    }

    static Mandate mandate(Part part, Set<String> seats) {
        var years = part.at("term-years");
        return new Mandate(
                years.present() ? Optional.of((int) years.number(1)) : Optional.empty(),
                part.at("not-with").parts().stream()
                        .flatMap(each -> each.oneOf("seat", SEAT, seats).stream())
                        .toList());
    }

    private static PostKind post(String key, Part part, Set<String> seats) {
        var on = part.at("on").oneOf("level", LEVEL, STANDS_ON);
        var ground = on.flatMap(it -> Optional.ofNullable(GROUNDS.get(it)));
        var quota = part.at("quota");
        return new PostKind(
                key,
                part.name(),
                ground.isPresent() ? word(Level.MICRO_GRID) : on.orElse("grid"),
                quota.present() ? Optional.of((int) quota.number(1)) : Optional.empty(),
                part.at("roles").labels(),
                part.at("number")
                        .amount()
                        .map(number -> new PostKind.Founding(number, part.at("role").text())),
                mandate(part, seats),
                ground,
                charge(part));
    }

    private static Charge charge(Part part) {
        return new Charge(
                part.at("duties").texts(), part.at("rules").texts(), part.at("standards").texts());
    }

    Optional<String> level(Part part, String word) {
        return check(LEVEL, "level", part, word, LEVELS);
    }

    Optional<String> post(Part part, String word) {
        return check(POST, "post", part, word, posts.keySet());
    }

    Optional<String> unit(Part part, String word) {
        return check(UNIT, "unit", part, word, units.keySet());
    }

    /// The known post that `part` names.
    Optional<String> post(Part part) {
        return part.text().flatMap(word -> post(part, word));
    }

    /// The known unit that `part` names.
    Optional<String> unit(Part part) {
        return part.text().flatMap(word -> unit(part, word));
    }

    List<String> units(Part list) {
        return list.parts().stream().flatMap(each -> unit(each).stream()).toList();
    }

    /// The known kinds of evidence that a list names.
    List<String> evidence(Part list) {
        return list.parts().stream()
                .flatMap(each -> each.oneOf("evidence", EVIDENCE, evidence.keySet()).stream())
                .toList();
    }

    private static Optional<String> check(
            Word thing, String what, Part part, String word, Collection<String> known) {
        if (known.contains(word)) {
            return Optional.of(word);
        }
        boolean key = part.path().endsWith("." + word); // the word is the key itself, not its value
        var spot = key ? part.spot() : part.place();
        part.findings().unknown(what, thing, spot, part.path(), word, known);
        return Optional.empty();
    }
}
