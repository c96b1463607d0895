package org.huying.playbook.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.check.Findings;
import org.huying.playbook.tree.Merging;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;

/// Puts the catalogues that a playbook imports into its document. What the playbook itself says of a class or item is
/// laid over the imported one and comes first in the order.
final class Imports {

    private final String playbook;
    private final CatalogueFiles files;
    private final Findings findings;

    Imports(String playbook, CatalogueFiles files, Findings findings) {
        this.playbook = playbook;
        this.files = files;
        this.findings = findings;
    }

    /// The names of the files that a document imports and that are not part of the program.
    static List<String> files(Tree document) {
        return below(below(document, "catalogue"), "import") instanceof Tree.Listing(var wanted, _)
                ? wanted.stream().flatMap(each -> text(each, "file").stream()).toList()
                : List.of();
    }

    Tree into(Tree document) {
        return powers(whistles(items(document)));
    }

    /// The table of the whistle list, in place of the word `import`.
    private Tree whistles(Tree document) {
        var whistle = below(document, "whistle");
        var list = below(whistle, "list");
        if (!(below(list, "import") instanceof Tree.Scalar wanted) || wanted.empty()) {
            return document;
        }
        var file = files.catalogue(playbook, wanted.text());
        if (file.isEmpty()) {
            missing(wanted.spot(), "whistle.list.import", wanted.text());
            return document;
        }
        var result = ListTable.read(file.get(), ListTable.WHISTLES, findings);
        var filled = with(with(list, "classes", result.classes()), "items", result.items());
        return replaced(document, "whistle", replaced(whistle, "list", filled));
    }

    /// The table of the list of powers, in place of the word `import`.
    private Tree powers(Tree document) {
        var powers = below(document, "powers");
        if (!(below(powers, "import") instanceof Tree.Scalar wanted) || wanted.empty()) {
            return document;
        }
        var file = files.catalogue(playbook, wanted.text());
        if (file.isEmpty()) {
            missing(wanted.spot(), "powers.import", wanted.text());
            return document;
        }
        var result = ListTable.read(file.get(), ListTable.POWERS, findings);
        return replaced(
                document,
                "powers",
                with(with(powers, "classes", result.classes()), "items", result.items()));
    }

    private Tree items(Tree document) {
        var catalogue = below(document, "catalogue");
        if (!(below(catalogue, "import") instanceof Tree.Listing(var wanted, _))) {
            return document;
        }
        for (int i = 0; i < wanted.size(); i++) {
            var result = read(wanted.get(i), "catalogue.import[" + i + "]");
            catalogue = with(catalogue, "classes", result.classes());
            catalogue = with(catalogue, "items", result.items());
        }
        return replaced(document, "catalogue", catalogue);
    }

    private CatalogueReader.Result read(Tree wanted, String path) {
        var plan = plan(wanted);
        var file = files.catalogue(playbook, plan.file());
        if (file.isPresent()) {
            var codes =
                    plan.mapTo()
                            .flatMap(scheme -> files.catalogue(playbook, scheme))
                            .map(CatalogueReader::codes)
                            .orElse(Map.of());
            return CatalogueReader.read(plan, file.get(), codes, findings);
        }
        var instead = plan.otherwise().flatMap(name -> files.catalogue(playbook, name));
        if (instead.isEmpty()) {
            missing(wanted.spot(), path, plan.file());
            return new CatalogueReader.Result(Map.of(), Map.of());
        }
        findings.warning(
                "catalogue-awaited",
                wanted.spot(),
                path,
                "目录 " + plan.file() + " 尚未导入，暂用 " + plan.otherwise().orElse(""),
                "The catalogue %s is not imported yet; %s stands in"
                        .formatted(plan.file(), plan.otherwise().orElse("")));
        return CatalogueReader.read(
                CatalogueImport.shipped(plan.otherwise().orElse("")),
                instead.get(),
                Map.of(),
                findings);
    }

    private void missing(Spot spot, String path, String name) {
        findings.error(
                "unknown-catalogue",
                spot,
                path,
                "`" + name + "`：没有这个目录",
                "`" + name + "`: no such catalogue");
    }

    private static CatalogueImport plan(Tree wanted) {
        if (wanted instanceof Tree.Scalar scalar) {
            return CatalogueImport.shipped(scalar.text());
        }
        var levels = new ArrayList<CatalogueImport.Level>();
        if (below(wanted, "levels") instanceof Tree.Listing(var parts, _)) {
            for (var part : parts) {
                levels.add(
                        new CatalogueImport.Level(
                                text(part, "id").orElse(""),
                                text(part, "name").orElse(""),
                                text(part, "en"),
                                text(part, "key").orElse("{id}")));
            }
        }
        return new CatalogueImport(
                text(wanted, "file").orElse(""),
                text(wanted, "scheme").orElse(""),
                levels.isEmpty() ? CatalogueImport.shipped("").levels() : List.copyOf(levels),
                text(wanted, "code"),
                text(wanted, "map-to"),
                text(wanted, "otherwise"));
    }

    private static Tree with(Tree catalogue, String section, Map<String, Tree.Entry> imported) {
        var own = below(catalogue, section);
        var all = new LinkedHashMap<String, Tree.Entry>();
        if (own instanceof Tree.Mapping(var entries, _)) {
            entries.forEach((key, entry) -> {
                var below = imported.get(key);
                var value =
                        below == null ? entry.value() : Merging.over(below.value(), entry.value());
                all.put(key, new Tree.Entry(entry.spot(), value));
            });
        }
        imported.forEach(all::putIfAbsent);
        return replaced(catalogue, section, new Tree.Mapping(all, own.spot()));
    }

    private static Tree replaced(Tree tree, String key, Tree value) {
        var entries = new LinkedHashMap<String, Tree.Entry>();
        if (tree instanceof Tree.Mapping(var before, _)) {
            entries.putAll(before);
        }
        var old = entries.get(key);
        entries.put(key, new Tree.Entry(old == null ? value.spot() : old.spot(), value));
        return new Tree.Mapping(entries, tree.spot());
    }

    private static Tree below(Tree tree, String key) {
        if (tree instanceof Tree.Mapping(var entries, _)) {
            var entry = entries.get(key);
            if (entry != null) {
                return entry.value();
            }
        }
        return Tree.nothing(tree.spot());
    }

    private static Optional<String> text(Tree tree, String key) {
        return below(tree, key) instanceof Tree.Scalar scalar && !scalar.empty()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }
}
