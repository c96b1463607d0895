package org.huying.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON with something wrong at one place of it, however deep: another type, nothing, too much, twice, unknown.
public final class SpoiltJson {

    private static final String MARK = "\u2588";
    private static final String QUOTED = '"' + MARK + '"';

    private SpoiltJson() {}

    public static String of(byte[] sound, SplittableRandom random) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(sound);
        } catch (JacksonException _) {
            return new String(sound, StandardCharsets.UTF_8) + Hostile.json(random);
        }
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        if (places.isEmpty() || random.nextInt(20) == 0) {
            return Hostile.json(random);
        }
        return switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> object(root, object, random);
            case ArrayNode array -> array(root, array, random);
            default -> root.toString();
        };
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.forEach(it -> collect(it, places));
        }
    }

    private static String object(JsonNode root, ObjectNode object, SplittableRandom random) {
        var names = List.copyOf(object.propertyNames());
        var name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> {
                var value = names.isEmpty() ? "1" : object.get(name).toString();
                object.put(name, MARK);
                return root.toString()
                        .replace(QUOTED, value + "," + Hostile.quoted(name) + ":" + value);
            }
            case 2 -> object.put("nonsense" + random.nextInt(9), 1);
            case 3 -> object.set(name.toUpperCase(Locale.ROOT), object.remove(name));
            default -> object.put(name, MARK);
        }
        return root.toString().replace(QUOTED, Hostile.json(random));
    }

    private static String array(JsonNode root, ArrayNode array, SplittableRandom random) {
        if (random.nextBoolean() && !array.isEmpty()) {
            var one = array.get(0).toString();
            array.add(MARK);
            return root.toString().replace(QUOTED, (one + ",").repeat(random.nextInt(2_000)) + one);
        }
        array.add(MARK);
        return root.toString().replace(QUOTED, Hostile.json(random));
    }
}
