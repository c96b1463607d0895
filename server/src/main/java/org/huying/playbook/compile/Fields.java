package org.huying.playbook.compile;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huying.playbook.Facts;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// The facts a condition may ask about, each with its type. What is unknown of a matter counts as `false`, `0`, `""`
/// or an empty list.
final class Fields {

    private static final Map<String, CelType> TYPES =
            Map.of(
                    "text", SimpleType.STRING,
                    "flag", SimpleType.BOOL,
                    "number", SimpleType.INT,
                    "measure", SimpleType.DOUBLE,
                    "time", SimpleType.STRING,
                    "choice", SimpleType.STRING,
                    "choices", ListType.create(SimpleType.STRING));

    /// The facts of a matter that every place has; a playbook declares more under `matter.fields`.
    private static final Map<String, String> OF_MATTER =
            Map.of(
                    "demand", "text",
                    "channel", "text",
                    "title", "text",
                    "urgent", "flag",
                    "anonymous", "flag",
                    "located", "flag",
                    "reports", "number",
                    "reworks", "number",
                    "returns", "number");

    private static final String GREEN = "green";

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private record Field(CelType type, Function<Facts, Object> value) {}

    Fields(Map<String, String> declared) {
        OF_MATTER.forEach(this::ofMatter);
        declared.forEach(this::ofMatter);
        add("channel", SimpleType.STRING, facts -> matter(facts, "channel", ""));
        add("item.key", SimpleType.STRING, facts -> facts.item().key());
        add("item.class", SimpleType.STRING, facts -> facts.item().itemClass());
        add("item.solveAt", SimpleType.STRING, facts -> facts.item().solveAt().orElse(""));
        add("item.lead", SimpleType.STRING, facts -> facts.item().more().lead().orElse(""));
        add(
                "item.assist",
                ListType.create(SimpleType.STRING),
                facts -> facts.item().more().assist());
        add("place.code", SimpleType.STRING, facts -> facts.place().value());
        place("county", Level.COUNTY);
        place("street", Level.STREET);
        place("community", Level.COMMUNITY);
        place("grid", Level.GRID);
        place("micro", Level.MICRO_GRID);
        Stages.WORDS.forEach(this::clock);
        add("now", SimpleType.TIMESTAMP, Facts::now);
    }

    private Fields() {}

    /// Nothing but these names, each `text`, `flag` or `measure`. What is not known of them is unknown, and a condition
    /// that asks for it cannot be judged.
    static Fields only(Map<String, String> names) {
        var fields = new Fields();
        names.forEach((name, type) ->
                fields.add(
                        name,
                        TYPES.getOrDefault(type, SimpleType.STRING),
                        facts -> Optional.ofNullable(facts.matter().get(name)).orElseThrow()));
        return fields;
    }

    static List<String> typeWords() {
        return List.of("flag", "number", "text", "time", "choice", "choices");
    }

    static List<String> ofEveryMatter() {
        return OF_MATTER.keySet().stream().sorted().toList();
    }

    Map<String, CelType> types() {
        var types = new LinkedHashMap<String, CelType>();
        fields.forEach((name, field) -> types.put(name, field.type()));
        return types;
    }

    /// The value of a field that exists.
    Object value(String name, Facts facts) {
        var field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("No such fact: " + name);
        }
        return field.value().apply(facts);
    }

    boolean knows(String name) {
        return fields.containsKey(name);
    }

    private void ofMatter(String name, String type) {
        Object absent =
                switch (type) {
                    case "flag" -> false;
                    case "number" -> 0L;
                    case "choices" -> List.of();
                    default -> "";
                };
        add(
                "matter." + name,
                TYPES.getOrDefault(type, SimpleType.STRING),
                facts -> matter(facts, name, absent));
    }

    private void place(String name, Level level) {
        add("place." + name, SimpleType.STRING, facts -> at(facts.place(), level));
    }

    /// The light of a stage: `green`, `amber` or `red`; what does not run is green.
    private void clock(String stage) {
        add("clock." + stage, SimpleType.STRING, facts -> facts.clock().getOrDefault(stage, GREEN));
    }

    private void add(String name, CelType type, Function<Facts, Object> value) {
        fields.put(name, new Field(type, value));
    }

    private static String at(TerritoryCode place, Level level) {
        return place.value().length() < level.digits()
                ? ""
                : place.value().substring(0, level.digits());
    }

    /// CEL knows long and double only.
    private static Object matter(Facts facts, String name, Object absent) {
        var value = facts.matter().get(name);
        return switch (value) {
            case null -> absent;
            case Integer whole -> whole.longValue();
            case Short whole -> whole.longValue();
            case Float real -> real.doubleValue();
            case Enum<?> word -> word.name();
            case Instant moment -> moment;
            default -> value;
        };
    }
}
