package org.huying.replay;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the text of a map into a tree that knows its lines.
final class MapText {

    private MapText() {}

    /// The root; empty when the text is no YAML or has nothing in it, which is added to `mistakes`.
    static Optional<Node> root(String file, String yaml, List<String> mistakes) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // reported by Spot, with the others
        try {
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                mistakes.add(file + ":1: 文件是空的 / the file is empty");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            mistakes.add("%s:%d: %s".formatted(file, line, e.getProblem()));
            return Optional.empty();
        }
    }
}
