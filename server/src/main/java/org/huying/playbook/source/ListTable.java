package org.huying.playbook.source;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huying.playbook.check.Closest;
import org.huying.playbook.check.Finding;
import org.huying.playbook.check.Findings;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;

/// Turns a table into the classes and items of a published list, each value knowing its row. Columns `class_id`, `class`,
/// `id`, `name` must be there; `class_en`, `en`, `template` and what the kind of list knows may.
final class ListTable {

    private static final List<String> COLUMNS = List.of("class_id", "class", "id", "name");

    /// Which columns a kind of list has beside those of every list.
    ///
    /// @param path where the list stands in the document
    /// @param keys the column that holds keys with spaces between
    record Kind(String path, List<String> texts, String keys) {}

    /// Columns `lead`, `assist` (keys), `cause`.
    static final Kind WHISTLES =
            new Kind("whistle.list", List.of("name", "en", "lead", "cause"), "assist");

    /// Columns `right`, `by`, `basis`, `departments` (keys).
    static final Kind POWERS =
            new Kind("powers", List.of("name", "en", "right", "by", "basis"), "departments");

    private ListTable() {}

    static CatalogueReader.Result read(SourceFile file, Kind kind, Findings findings) {
        var classes = new LinkedHashMap<String, Tree.Entry>();
        var items = new LinkedHashMap<String, Tree.Entry>();
        var table = CatalogueTable.read(file, findings);
        for (var column : COLUMNS) {
            if (!table.columns().contains(column)) {
                findings.add(missing(column, table));
                return new CatalogueReader.Result(Map.of(), Map.of());
            }
        }
        for (var row : table.rows()) {
            classes.computeIfAbsent(row.cell("class_id"), _ -> itemClass(row));
            if (items.putIfAbsent(row.cell("id"), item(row, kind)) != null) {
                findings.error(
                        "same-id",
                        row.spot(),
                        kind.path() + ".items." + row.cell("id"),
                        "编号与前面的行相同：" + row.cell("id"),
                        "Same id as a row before: " + row.cell("id"));
            }
        }
        return new CatalogueReader.Result(classes, items);
    }

    private static Finding missing(String column, CatalogueTable table) {
        return new Finding(
                Finding.Severity.ERROR,
                "missing-column",
                new Spot(table.file(), 1, 1),
                "",
                "缺少列 " + column,
                "The column " + column + " is missing",
                Closest.to(column, table.columns()));
    }

    private static Tree.Entry itemClass(CatalogueTable.Row row) {
        var fields = new LinkedHashMap<String, Tree.Entry>();
        put(fields, "name", row.cell("class"), row.spot());
        put(fields, "en", row.cell("class_en"), row.spot());
        return new Tree.Entry(row.spot(), new Tree.Mapping(fields, row.spot()));
    }

    private static Tree.Entry item(CatalogueTable.Row row, Kind kind) {
        var spot = row.spot();
        var fields = new LinkedHashMap<String, Tree.Entry>();
        kind.texts().forEach(key -> put(fields, key, row.cell(key), spot));
        put(fields, "class", row.cell("class_id"), spot);
        if (!row.cell(kind.keys()).isEmpty()) {
            var keys =
                    Arrays.stream(row.cell(kind.keys()).split(" +", -1))
                            .map(key -> Tree.text(key, spot))
                            .toList();
            fields.put(kind.keys(), new Tree.Entry(spot, new Tree.Listing(keys, spot)));
        }
        if (row.cell("template").equals("true")) {
            fields.put(
                    "template",
                    new Tree.Entry(spot, new Tree.Scalar("true", Tree.Kind.FLAG, spot, spot)));
        }
        return new Tree.Entry(spot, new Tree.Mapping(fields, spot));
    }

    private static void put(Map<String, Tree.Entry> fields, String key, String text, Spot spot) {
        if (!text.isEmpty()) {
            fields.put(key, new Tree.Entry(spot, Tree.text(text, spot)));
        }
    }
}
