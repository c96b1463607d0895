package org.huying.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Words that mean something here: those that answers had, by the name of their field, and the versions that were seen.
final class Pool {

    private static final int MOST = 60;
    private static final int MOST_NAMES = 4_000;
    private static final int LONGEST = 200;
    private static final int MOST_BYTES = 400_000;

    /// Where a list is called otherwise than what stands in it.
    private static final Map<String, String> LISTS =
            Map.ofEntries(
                    Map.entry("overdue", "matters"),
                    Map.entry("amber", "matters"),
                    Map.entry("approvals", "matters"),
                    Map.entry("my-work", "matters"),
                    Map.entry("team", "matters"),
                    Map.entry("search", "matters"),
                    Map.entry("list", "tasks"),
                    Map.entry("bookings", "visits"),
                    Map.entry("matters", "track"),
                    Map.entry("items", "services"),
                    Map.entry("requests", "tokens"));

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private int turn;

    synchronized void add(String name, String word) {
        if (word.isEmpty() || word.length() > LONGEST || words.size() > MOST_NAMES) {
            return;
        }
        var known = words.computeIfAbsent(name, _ -> new ArrayList<>());
        if (known.contains(word)) {
            return;
        }
        if (known.size() < MOST) {
            known.add(word);
        } else {
            known.set(turn++ % MOST, word);
        }
    }

    /// One of the words under the first of these names that has any.
    synchronized Optional<String> one(SplittableRandom random, List<String> names) {
        for (var name : names) {
            var known = words.getOrDefault(name, List.of());
            if (!known.isEmpty()) {
                return Optional.of(known.get(random.nextInt(known.size())));
            }
        }
        return Optional.empty();
    }

    synchronized List<String> all(String name) {
        return List.copyOf(words.getOrDefault(name, List.of()));
    }

    /// The version of what stands at an address, or above it.
    synchronized Optional<String> version(String address) {
        var at = address;
        while (at.length() > 1) {
            var version = versions.get(at);
            if (version != null) {
                return Optional.of(version);
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    /// A file that came from below an address, to be sent back there.
    synchronized Optional<byte[]> file(String address) {
        return Optional.ofNullable(files.get(address));
    }

    /// Learns from an answer.
    void learn(Operation operation, String address, Answer answer) {
        if (answer.status() >= 300 || answer.body().length > MOST_BYTES) {
            return;
        }
        var noun = operation.noun("");
        var tag = answer.header("etag").replaceAll("[^0-9]", "");
        var place = operation.method().equals("GET") ? address : parent(address);
        if (!tag.isEmpty()) {
            version(place, tag);
        }
        if (!answer.header("content-type").contains("json")) {
            file(parent(address), answer.body());
            return;
        }
        try {
            var body = JsonMapper.shared().readTree(answer.body());
            var version = body.path("version");
            if (version.isNumber() && tag.isEmpty()) {
                version(place, version.asString());
            }
            learn(body, noun, "", 0);
        } catch (JacksonException _) {
            file(parent(address), answer.body());
        }
    }

    private static String parent(String address) {
        int slash = address.lastIndexOf('/');
        return slash < 1 ? address : address.substring(0, slash);
    }

    private synchronized void version(String address, String version) {
        if (versions.size() > MOST_NAMES) {
            versions.clear();
        }
        versions.put(address, version);
    }

    private synchronized void file(String address, byte[] body) {
        if (body.length > 0 && files.size() < MOST_NAMES) {
            files.put(address, body);
        }
    }

    private void learn(JsonNode node, String noun, String name, int depth) {
        if (depth > 8) {
            return;
        }
        if (node.isObject() && node.path("title").asString("").contains(NextStreet.MARK)) {
            return; // who does not know of it does not move it
        }
        if (node.isObject()) {
            node.properties().forEach(it -> learn(it.getValue(), noun, it.getKey(), depth + 1));
        } else if (node.isArray()) {
            node.forEach(it -> learn(it, noun, name, depth + 1));
        } else if (node.isValueNode() && !node.isNull() && !node.isBoolean()) {
            learned(name, noun, node.asString(""));
        }
    }

    private void learned(String name, String noun, String word) {
        add(name, word);
        add(name + "@" + noun, word);
        if (word.length() == 36) {
            add("id@" + name + "s", word);
        }
        Optional.ofNullable(LISTS.get(noun)).ifPresent(it -> add(name + "@" + it, word));
    }
}
