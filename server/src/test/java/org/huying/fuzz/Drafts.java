package org.huying.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that could be right, made from a schema and from what is known.
final class Drafts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final int OFTEN = 60;
    private static final Pattern CHOICE =
            Pattern.compile("[^|()\\[\\]{}\\\\*+?^$]+(\\|[^|()\\[\\]{}\\\\*+?^$]+)+");

    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    private final Described described;
    private final Pool pool;

    Drafts(Described described, Pool pool) {
        this.described = described;
        this.pool = pool;
    }

    /// @param noun what the operation is about
    JsonNode value(JsonNode asked, String name, String noun, SplittableRandom random, int depth) {
        var schema = described.resolved(asked);
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        if (schema.path("enum").isArray()) {
            var all = schema.path("enum");
            return all.get(random.nextInt(all.size()));
        }
        return switch (type(schema, random)) {
            case "object" -> object(schema, noun, random, depth);
            case "array" -> array(schema, name, noun, random, depth);
            case "integer" -> JSON.numberNode(whole(schema, random));
            case "number" -> JSON.numberNode(decimal(name, random));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode(word(schema, name, noun, random));
        };
    }

    /// As it stands in an address or a header.
    String text(Operation.Input input, Operation operation, SplittableRandom random) {
        var schema = described.resolved(input.schema());
        var noun = operation.noun(input.name());
        return type(schema, random).equals("array")
                ? word(JSON.objectNode(), input.name(), noun, random)
                : value(schema, input.name(), noun, random, 0).asString("");
    }

    private static String type(JsonNode schema, SplittableRandom random) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(random.nextInt(10) == 0 ? type.size() - 1 : 0).asString("string");
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode object(JsonNode schema, String noun, SplittableRandom random, int depth) {
        var object = JSON.objectNode();
        var needed = new ArrayList<String>();
        schema.path("required").forEach(it -> needed.add(it.asString()));
        schema.path("properties")
                .properties()
                .forEach(it -> {
                    var name = it.getKey();
                    if (needed.contains(name) || random.nextInt(100) < OFTEN) {
                        object.set(name, value(it.getValue(), name, noun, random, depth + 1));
                    }
                });
        var more = schema.path("additionalProperties");
        if (more.isObject() && random.nextBoolean()) {
            var name = word(JSON.objectNode(), "key", noun, random);
            object.set(name, value(more, name, noun, random, depth + 1));
        }
        return object;
    }

    private JsonNode array(
            JsonNode schema, String name, String noun, SplittableRandom random, int depth) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), least + 2);
        var array = JSON.arrayNode();
        int size = random.nextInt(least, Math.max(least, most) + 1);
        IntStream.range(0, size)
                .forEach(
                        _ -> array.add(value(schema.path("items"), name, noun, random, depth + 1)));
        return array;
    }

    private static long whole(JsonNode schema, SplittableRandom random) {
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(least + 20), least + 1_000);
        return random.nextLong(least, Math.max(least, most) + 1);
    }

    /// What is known under the name, where the schema allows it; else what the schema says.
    private String word(JsonNode schema, String name, String noun, SplittableRandom random) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> id(name, noun, random);
            case "date" ->
                    "2026-%02d-%02d".formatted(random.nextInt(10, 13), random.nextInt(1, 29));
            case "date-time" ->
                    "2026-%02d-%02dT09:00:00+08:00"
                            .formatted(random.nextInt(10, 13), random.nextInt(1, 29));
            case "time-local", "time" -> "%02d:30".formatted(random.nextInt(7, 19));
            default -> fitting(schema, name, noun, random);
        };
    }

    private static double decimal(String name, SplittableRandom random) {
        var known = Vocabulary.WORDS.getOrDefault(name, List.of());
        return known.stream().allMatch(NUMBER.asMatchPredicate()) && !known.isEmpty()
                ? Double.parseDouble(first(known, random))
                : random.nextInt(100) / 2.0;
    }

    private static String first(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private String id(String name, String noun, SplittableRandom random) {
        return pool.one(
                        random,
                        List.of(name + "@" + noun, "id@" + name + "s", "id@" + noun, name, "id"))
                .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private String fitting(JsonNode schema, String name, String noun, SplittableRandom random) {
        var pattern = schema.path("pattern").asString("");
        if (CHOICE.matcher(pattern).matches()) {
            return first(List.of(pattern.split("\\|", -1)), random);
        }
        var words = candidates(name, noun, random);
        var fit = Optional.of(pattern).filter(it -> !it.isEmpty()).map(Pattern::compile);
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return words.stream()
                .filter(it -> it.length() >= least && it.length() <= most)
                .filter(it -> fit.isEmpty() || fit.get().matcher(it).matches())
                .findFirst()
                .orElse("x".repeat(Math.clamp(least, 1, 64)));
    }

    /// Some words in an order of chance: what is known first.
    private List<String> candidates(String name, String noun, SplittableRandom random) {
        var words = new ArrayList<String>();
        var known = List.of(name + "@" + noun, "key@" + noun, "number@" + noun, "id@" + noun);
        boolean fixed = random.nextBoolean();
        if (fixed) {
            turned(Vocabulary.WORDS.getOrDefault(name, List.of()), random, words);
        }
        known.forEach(it -> turned(pool.all(it), random, words));
        turned(pool.all(name), random, words);
        turned(Vocabulary.WORDS.getOrDefault(name, List.of()), random, words);
        turned(Vocabulary.ANY, random, words);
        return words;
    }

    private static void turned(List<String> from, SplittableRandom random, List<String> words) {
        if (!from.isEmpty()) {
            int start = random.nextInt(from.size());
            words.addAll(from.subList(start, from.size()));
            words.addAll(from.subList(0, start));
        }
    }
}
