package org.huying.playbook.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.check.Closest;
import org.huying.playbook.check.Finding;
import org.huying.playbook.check.Findings;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;

/// Turns a table into the maps `classes` and `items` of a playbook, each value knowing its row.
final class CatalogueReader {

    private final CatalogueImport plan;
    private final Map<String, Optional<String>> codesByName;
    private final Findings findings;
    private final Map<String, Tree.Entry> classes = new LinkedHashMap<>();
    private final Map<String, Tree.Entry> items = new LinkedHashMap<>();

    record Result(Map<String, Tree.Entry> classes, Map<String, Tree.Entry> items) {}

    private CatalogueReader(
            CatalogueImport plan, Map<String, Optional<String>> codesByName, Findings findings) {
        this.plan = plan;
        this.codesByName = codesByName;
        this.findings = findings;
    }

    /// @param codesByName what [#codes] found in the catalogue to map to
    static Result read(
            CatalogueImport plan,
            SourceFile file,
            Map<String, Optional<String>> codesByName,
            Findings findings) {
        var reader = new CatalogueReader(plan, codesByName, findings);
        var table = CatalogueTable.read(file, findings);
        if (reader.complete(table)) {
            table.rows().forEach(reader::take);
        }
        return new Result(reader.classes, reader.items);
    }

    /// Code by normalised name; a name that stands for several codes maps to nothing.
    static Map<String, Optional<String>> codes(SourceFile file) {
        var codes = new HashMap<String, Optional<String>>();
        for (var row : CatalogueTable.read(file, new Findings()).rows()) {
            codes.merge(
                    normalised(row.cell("name")),
                    Optional.of(row.cell("code")),
                    (_, _) -> Optional.empty());
        }
        return codes;
    }

    /// Names agree when they differ only in spaces, punctuation, width or case.
    static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{P}\\p{S}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private boolean complete(CatalogueTable table) {
        var spot = new Spot(table.file(), 1, 1);
        for (var level : plan.levels()) {
            for (var column : new String[] {level.id(), level.name()}) {
                if (!table.columns().contains(column)) {
                    findings.add(
                            new Finding(
                                    Finding.Severity.ERROR,
                                    "missing-column",
                                    spot,
                                    "",
                                    "缺少列 " + column,
                                    "The column " + column + " is missing",
                                    Closest.to(column, table.columns())));
                    return false;
                }
            }
            level.english()
                    .filter(column -> !table.columns().contains(column))
                    .ifPresent(column -> unnamed(column, spot));
        }
        return true;
    }

    private void unnamed(String column, Spot spot) {
        findings.warning(
                "no-english",
                spot,
                "",
                "没有英文名称的列 " + column + "，英文页面也显示中文",
                "No column " + column + " with English names; English pages show the Chinese ones");
    }

    private void take(CatalogueTable.Row row) {
        var parent = "";
        int last = plan.levels().size() - 1;
        for (int i = 0; i < last; i++) {
            parent = itemClass(row, plan.levels().get(i), parent);
        }
        item(row, plan.levels().get(last), parent);
    }

    private String itemClass(CatalogueTable.Row row, CatalogueImport.Level level, String parent) {
        var key = key(row, level);
        if (!classes.containsKey(key)) {
            var fields = names(row, level);
            if (!parent.isEmpty()) {
                fields.put("parent", parent);
            }
            classes.put(key, entry(fields, Map.of(), row.spot()));
        }
        return key;
    }

    private void item(CatalogueTable.Row row, CatalogueImport.Level level, String itemClass) {
        var key = key(row, level);
        if (items.containsKey(key)) {
            findings.warning(
                    "same-id",
                    row.spot(),
                    "catalogue.items." + key,
                    "编号与前面的行相同，未收入：" + row.cell(level.name()),
                    "Same id as a row before, left out: " + row.cell(level.name()));
            return;
        }
        var codes = new LinkedHashMap<String, String>();
        codes.put(plan.scheme(), row.cell(plan.code().orElse(level.id())));
        var name = row.cell(level.name());
        plan.mapTo()
                .ifPresent(scheme ->
                        codesByName
                                .getOrDefault(normalised(name), Optional.empty())
                                .ifPresent(code -> codes.put(scheme, code)));
        var fields = names(row, level);
        fields.put("class", itemClass);
        items.put(key, entry(fields, codes, row.spot()));
    }

    /// In order: the digest of a version depends on it.
    private static Map<String, String> names(CatalogueTable.Row row, CatalogueImport.Level level) {
        var names = new LinkedHashMap<String, String>();
        names.put("name", row.cell(level.name()));
        level.english()
                .map(row::cell)
                .filter(english -> !english.isEmpty())
                .ifPresent(english -> names.put("en", english));
        return names;
    }

    private static String key(CatalogueTable.Row row, CatalogueImport.Level level) {
        return level.key().replace("{id}", row.cell(level.id()));
    }

    private static Tree.Entry entry(
            Map<String, String> fields, Map<String, String> codes, Spot spot) {
        var entries = texts(fields, spot);
        if (!codes.isEmpty()) {
            entries.put("codes", new Tree.Entry(spot, new Tree.Mapping(texts(codes, spot), spot)));
        }
        return new Tree.Entry(spot, new Tree.Mapping(entries, spot));
    }

    private static Map<String, Tree.Entry> texts(Map<String, String> fields, Spot spot) {
        var entries = new LinkedHashMap<String, Tree.Entry>();
        fields.forEach(
                (key, text) -> entries.put(key, new Tree.Entry(spot, Tree.text(text, spot))));
        return entries;
    }
}
