package org.huying.playbook.tree;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.playbook.check.Findings;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads YAML into a [Tree]. Bounded: 1 MB of text, 32 levels, 100 000 values, few aliases; it constructs no objects.
public final class YamlReader {

    public static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 100_000;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}\\.\\d{1,15}");

    private final String file;
    private final List<String> lines;
    private final Findings findings;
    private int values;

    private YamlReader(String file, String text, Findings findings) {
        this.file = file;
        this.lines = text.lines().toList();
        this.findings = findings;
    }

    /// The document, or nothing after telling `findings` why.
    public static Optional<Tree> read(String file, String text, Findings findings) {
        var start = new Spot(file, 1, 1);
        if (text.length() > LONGEST) {
            findings.error("too-long", start, "", "文件超过 1 MB", "The file is longer than 1 MB");
            return Optional.empty();
        }
        try {
            var node = new Yaml(limits()).compose(new StringReader(text));
            if (node == null) {
                findings.error("empty", start, "", "文件没有内容", "The file is empty");
                return Optional.empty();
            }
            return Optional.of(new YamlReader(file, text, findings).tree(node, "", 0));
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            var spot =
                    mark == null ? start : new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
            findings.error(
                    "yaml", spot, "", "YAML 语法错误：" + broken.getProblem(), broken.getProblem());
        } catch (YAMLException | TooMuch broken) {
            var message = String.valueOf(broken.getMessage());
            findings.error("yaml", start, "", "YAML 无法读取：" + message, message);
        }
        return Optional.empty();
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(20);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private Tree tree(Node node, String path, int depth) {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw new TooMuch();
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> listing(sequence, path, depth);
            case MappingNode mapping -> mapping(mapping, path, depth);
            default -> throw new YAMLException("Unexpected node");
        };
    }

    private Tree listing(SequenceNode node, String path, int depth) {
        var parts = new ArrayList<Tree>();
        for (var part : node.getValue()) {
            parts.add(tree(part, path + "[" + parts.size() + "]", depth + 1));
        }
        return new Tree.Listing(parts, spot(node));
    }

    private Tree mapping(MappingNode node, String path, int depth) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            var spot = spot(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.error("bad-key", spot, path, "键必须是文字", "A key must be a word");
                continue;
            }
            var name = key.getValue();
            var below = path.isEmpty() ? name : path + "." + name;
            if (entries.containsKey(name)) {
                findings.error(
                        "duplicate-key",
                        spot,
                        below,
                        "`" + name + "` 重复",
                        "`" + name + "` stands twice");
            } else if (name.equals("<<")) {
                findings.error(
                        "bad-key",
                        spot,
                        below,
                        "不支持 `<<`，请用 extends",
                        "`<<` is not supported; use extends");
            } else {
                entries.put(
                        name, new Tree.Entry(spot, tree(tuple.getValueNode(), below, depth + 1)));
            }
        }
        return new Tree.Mapping(entries, spot(node));
    }

    private Tree scalar(ScalarNode node) {
        var spot = spot(node);
        var style = node.getScalarStyle();
        var kind = style == ScalarStyle.PLAIN ? kind(node.getValue()) : Tree.Kind.TEXT;
        return new Tree.Scalar(node.getValue(), kind, spot, content(spot, style));
    }

    private Spot content(Spot spot, ScalarStyle style) {
        return switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> spot;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> spot.shifted(0, 1);
            case LITERAL, FOLDED -> spot.shifted(1, indentation(spot.line()));
        };
    }

    /// How far the line with this index (from 0) is indented.
    private int indentation(int index) {
        return index < lines.size()
                ? lines.get(index).length() - lines.get(index).stripLeading().length()
                : 0;
    }

    private static Tree.Kind kind(String plain) {
        if (plain.isEmpty() || plain.equals("~") || plain.equals("null")) {
            return Tree.Kind.NOTHING;
        }
        if (plain.equals("true") || plain.equals("false")) {
            return Tree.Kind.FLAG;
        }
        if (WHOLE.matcher(plain).matches()) {
            return Tree.Kind.WHOLE;
        }
        return DECIMAL.matcher(plain).matches() ? Tree.Kind.DECIMAL : Tree.Kind.TEXT;
    }

    private Spot spot(Node node) {
        var mark = node.getStartMark();
        return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static final class TooMuch extends RuntimeException {
        TooMuch() {
            super(
                    "More than " + MOST_VALUES + " values or " + DEEPEST + " levels",
                    null,
                    false,
                    false);
        }
    }
}
