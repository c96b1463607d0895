package org.huying.playbook.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.Findings.Word;
import org.huying.playbook.check.SchemaCheck;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.compile.Compiler;
import org.huying.playbook.tree.Merging;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;
import org.huying.playbook.tree.YamlReader;

/// From a file to a checked playbook: read, lay over what it extends, check the shape, import catalogues, compile.
public final class Loading {

    private static final int DEEPEST = 8;
    private static final Word PLAYBOOK = new Word("工作法", "playbook");

    private final PlaybookFiles playbooks;
    private final List<String> known;
    private final CatalogueFiles catalogues;

    /// What came of it: a playbook (version 0) if nothing is broken, and every finding.
    public record Loaded(Optional<CompiledPlaybook> playbook, Findings findings) {}

    public Loading(ShippedFiles shipped, CatalogueFiles catalogues) {
        this(shipped, shipped.keys(), catalogues.or(shipped));
    }

    private Loading(PlaybookFiles playbooks, List<String> known, CatalogueFiles catalogues) {
        this.playbooks = playbooks;
        this.known = known;
        this.catalogues = catalogues;
    }

    public Loaded load(SourceFile file) {
        var findings = new Findings();
        var merged = merged(file, new LinkedHashSet<>(), findings);
        if (merged.isEmpty()) {
            return new Loaded(Optional.empty(), findings);
        }
        SchemaCheck.check(merged.get(), findings);
        var document =
                new Imports(text(merged.get(), "playbook"), catalogues, findings)
                        .into(merged.get());
        return new Loaded(Compiler.compile(document, findings), findings);
    }

    /// The names of the catalogue files that a playbook waits for.
    public List<String> files(SourceFile file) {
        return merged(file, new LinkedHashSet<>(), new Findings())
                .map(Imports::files)
                .orElse(List.of());
    }

    private Optional<Tree> merged(SourceFile file, Set<String> path, Findings findings) {
        var read = YamlReader.read(file.name(), file.text(), findings);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var tree = read.get();
        if (!(tree instanceof Tree.Mapping(var entries, var spot))) {
            findings.error("bad-shape", tree.spot(), "", "文件应是一组键值", "The file must be a map");
            return Optional.empty();
        }
        var above = entries.get("extends");
        if (above == null) {
            return Optional.of(Merging.plain(tree));
        }
        path.add(text(tree, "playbook"));
        return base(text(tree, "extends"), above.value().spot(), path, findings)
                .map(base -> Merging.over(base, tree))
                .or(() -> Optional.of(Merging.plain(new Tree.Mapping(entries, spot))));
    }

    private Optional<Tree> base(String key, Spot spot, Set<String> path, Findings findings) {
        if (path.contains(key) || path.size() > DEEPEST) {
            findings.error(
                    "extends-circle",
                    spot,
                    "extends",
                    "extends 绕成了圈",
                    "`extends` runs in a circle");
            return Optional.empty();
        }
        var file = playbooks.playbook(key);
        if (file.isEmpty()) {
            findings.unknown("playbook", PLAYBOOK, spot, "extends", key, known);
            return Optional.empty();
        }
        return merged(file.get(), path, findings);
    }

    private static String text(Tree tree, String key) {
        if (tree instanceof Tree.Mapping(var entries, _)) {
            var entry = entries.get(key);
            if (entry != null && entry.value() instanceof Tree.Scalar scalar) {
                return scalar.text();
            }
        }
        return "";
    }
}
