package org.huying.suggest.names;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds many names in a text in one pass, whatever their number (Aho and Corasick 1975). Immutable.
///
/// The automaton keeps its edges in one open-addressed table, so that a look-up touches one or two cache lines.
public final class NameScanner {

    /// The name with this number stands at `from` (inclusive) to `to` (exclusive).
    public record Hit(int name, int from, int to) {
        int length() {
            return to - from;
        }
    }

    private static final int NONE = -1;

    private final long[] keys;
    private final int[] targets;
    private final int[] fail;
    private final int[] name;
    private final int[] depth;
    private final int[] nextName;

    private NameScanner(Trie trie) {
        int nodes = trie.edges.size();
        int size = Integer.highestOneBit(Math.max(2, nodes)) * 4;
        keys = new long[size];
        targets = new int[size];
        fail = new int[nodes];
        nextName = new int[nodes];
        name = trie.names.stream().mapToInt(Integer::intValue).toArray();
        depth = trie.depths.stream().mapToInt(Integer::intValue).toArray();
        Arrays.fill(keys, NONE);
        for (int node = 0; node < nodes; node++) {
            int from = node;
            trie.edges.get(node).forEach((letter, to) -> put(key(from, letter), to));
        }
        link(trie);
    }

    /// Names are numbered in their order; of equal ones the first counts. Empty names are passed over.
    public static NameScanner of(List<String> names) {
        var trie = new Trie();
        for (int i = 0; i < names.size(); i++) {
            trie.add(names.get(i), i);
        }
        return new NameScanner(trie);
    }

    /// Every place where a name stands, overlapping ones too, by their ends.
    public List<Hit> all(String text) {
        var hits = new ArrayList<Hit>();
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (int at = name[node] == NONE ? nextName[node] : node; at != 0; at = nextName[at]) {
                hits.add(new Hit(name[at], i + 1 - depth[at], i + 1));
            }
        }
        return hits;
    }

    /// The names that stand, the longest first where they overlap, in text order.
    public List<Hit> longest(String text) {
        var taken = new boolean[text.length()];
        var chosen = new ArrayList<Hit>();
        all(text).stream()
                .sorted(Comparator.comparingInt(Hit::length).reversed().thenComparingInt(Hit::from))
                .forEach(hit -> {
                    if (!taken[hit.from()] && !taken[hit.to() - 1]) {
                        Arrays.fill(taken, hit.from(), hit.to(), true);
                        chosen.add(hit);
                    }
                });
        chosen.sort(Comparator.comparingInt(Hit::from));
        return chosen;
    }

    private int step(int from, char letter) {
        int node = from;
        while (true) {
            int to = edge(node, letter);
            if (to != NONE) {
                return to;
            }
            if (node == 0) {
                return 0;
            }
            node = fail[node];
        }
    }

    /// Breadth first: the longest proper ending of each node that is a node too, and the next name on that way.
    private void link(Trie trie) {
        var queue = new ArrayDeque<Integer>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            trie.edges
                    .get(node)
                    .forEach((letter, to) -> {
                        fail[to] = node == 0 ? 0 : step(fail[node], letter);
                        nextName[to] = name[fail[to]] == NONE ? nextName[fail[to]] : fail[to];
                        queue.add(to);
                    });
        }
    }

    private int edge(int node, char letter) {
        long key = key(node, letter);
        int mask = keys.length - 1;
        for (int at = slot(key, mask); keys[at] != NONE; at = (at + 1) & mask) {
            if (keys[at] == key) {
                return targets[at];
            }
        }
        return NONE;
    }

    private void put(long key, int target) {
        int mask = keys.length - 1;
        int at = slot(key, mask);
        while (keys[at] != NONE) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        targets[at] = target;
    }

    private static long key(int node, char letter) {
        return (long) node << 16 | letter;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    /// The names letter by letter, while they are added.
    private static final class Trie {
        private final List<Map<Character, Integer>> edges = new ArrayList<>();
        private final List<Integer> names = new ArrayList<>();
        private final List<Integer> depths = new ArrayList<>();

        Trie() {
            node(0);
        }

        void add(String word, int number) {
            int node = 0;
            for (int i = 0; i < word.length(); i++) {
                int below = i + 1;
                node = edges.get(node).computeIfAbsent(word.charAt(i), _ -> node(below));
            }
            if (node != 0 && names.get(node) == NONE) {
                names.set(node, number);
            }
        }

        private int node(int at) {
            edges.add(new HashMap<>());
            names.add(NONE);
            depths.add(at);
            return edges.size() - 1;
        }
    }
}
