package org.huying.playbook.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huying.playbook.check.Findings;
import org.huying.playbook.tree.Spot;

/// A tab-separated table with a header line. Bounded; broken rows are reported and left out.
record CatalogueTable(String file, List<String> columns, List<Row> rows) {

    private static final int MOST_ROWS = 50_000;
    private static final Pattern ENTITY = Pattern.compile("&#(\\d{2,5});");

    record Row(Map<String, String> cells, Spot spot) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static CatalogueTable read(SourceFile source, Findings findings) {
        var lines = source.text().lines().toList();
        var header = lines.isEmpty() ? "" : lines.getFirst().replace("\uFEFF", "");
        var columns = List.of(header.split("\t", -1));
        var rows = new ArrayList<Row>();
        for (int i = 1; i < lines.size() && i <= MOST_ROWS; i++) {
            var spot = new Spot(source.name(), i + 1, 1);
            var cells = lines.get(i).split("\t", -1);
            if (cells.length == columns.size()) {
                rows.add(new Row(row(columns, cells), spot));
            } else if (!lines.get(i).isBlank()) {
                findings.warning(
                        "bad-row",
                        spot,
                        "",
                        "这一行有 " + cells.length + " 列，应为 " + columns.size() + " 列，已略过",
                        "Row of %d cells instead of %d, left out"
                                .formatted(cells.length, columns.size()));
            }
        }
        return new CatalogueTable(source.name(), columns, rows);
    }

    private static Map<String, String> row(List<String> columns, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i), clean(cells[i]));
        }
        return row;
    }

    /// Exports of web systems carry `&#40;` for a bracket.
    private static String clean(String cell) {
        return ENTITY.matcher(cell)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1))))
                .strip();
    }
}
