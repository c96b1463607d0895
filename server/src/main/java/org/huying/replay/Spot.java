package org.huying.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One value in a map file, which knows where it stands. Mistakes are collected, not thrown.
record Spot(String file, String path, Node node, List<String> mistakes) {

    void wrong(String zh, String en) {
        mistakes.add(
                "%s:%d: %s: %s / %s"
                        .formatted(
                                file,
                                node.getStartMark().getLine() + 1,
                                path.isEmpty() ? "(top)" : path,
                                zh,
                                en));
    }

    /// The values by key, none when this is no mapping. Keys outside `known` are mistakes; no `known` allows any.
    Map<String, Spot> entries(Set<String> known) {
        var entries = new LinkedHashMap<String, Spot>();
        if (!(node instanceof MappingNode mapping)) {
            wrong("应是一组键值", "a mapping is expected");
            return entries;
        }
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            var at =
                    new Spot(
                            file,
                            path.isEmpty() ? key : path + "." + key,
                            tuple.getValueNode(),
                            mistakes);
            if (!known.isEmpty() && !known.contains(key)) {
                at.wrong(
                        "不认识的键；可用的有 " + String.join(", ", known.stream().sorted().toList()),
                        "unknown key");
            }
            if (entries.put(key, at) != null) {
                at.wrong("重复的键", "given twice");
            }
        }
        return entries;
    }

    Optional<String> text() {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        wrong("应是一个值", "a single value is expected");
        return Optional.empty();
    }

    /// The parts of a list; a single value is a list of one.
    List<Spot> parts() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        var parts = new ArrayList<Spot>();
        for (var part : sequence.getValue()) {
            parts.add(new Spot(file, path + "[" + parts.size() + "]", part, mistakes));
        }
        return parts;
    }

    boolean mapping() {
        return node instanceof MappingNode;
    }
}
