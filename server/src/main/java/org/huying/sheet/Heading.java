package org.huying.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first row of a file, and which of the wanted columns each of its heads means. Heads are found by key or by name in
/// either language, whatever their case, spaces and stars.
///
/// @param heads as they stand in the file
/// @param places the place of each column in the rows, by key
public record Heading(List<String> heads, Map<String, Integer> places) {

    public Heading {
        heads = List.copyOf(heads);
        places = Map.copyOf(places);
    }

    /// Throws [Unfit] where a column that no row may leave out is not there, or one is there twice.
    public static Heading of(Row first, List<Field> fields) throws Unfit {
        var names = new HashMap<String, String>();
        for (var field : fields) {
            names.put(Field.plain(field.head().en()), field.key());
            names.put(Field.plain(field.head().zh()), field.key());
            names.put(Field.plain(field.key()), field.key());
        }
        var places = new LinkedHashMap<String, Integer>();
        var heads = first.cells().stream().map(Cells::clean).toList();
        for (int i = 0; i < heads.size(); i++) {
            var key = names.get(Field.plain(heads.get(i)));
            if (key != null && places.putIfAbsent(key, i) != null) {
                throw new Unfit(
                        "列“%s”出现了两次".formatted(heads.get(i)),
                        "The column ‘%s’ is there twice".formatted(heads.get(i)));
            }
        }
        var missing =
                fields.stream().filter(it -> it.needed() && !places.containsKey(it.key())).toList();
        if (!missing.isEmpty()) {
            throw new Unfit(
                    "第一行应是列名，缺少："
                            + String.join("、", missing.stream().map(it -> it.head().zh()).toList()),
                    "The first row should be the heads of the columns; missing: "
                            + String.join(
                                    ", ", missing.stream().map(it -> it.head().en()).toList()));
        }
        return new Heading(heads, places);
    }

    /// Heads that mean none of the columns; what stands below them is passed over.
    public List<String> unknown() {
        var unknown = new ArrayList<String>();
        for (int i = 0; i < heads.size(); i++) {
            if (!places.containsValue(i) && !heads.get(i).isEmpty()) {
                unknown.add(heads.get(i));
            }
        }
        return unknown;
    }

    /// The cells of a row by the keys of their columns, made plain.
    public Map<String, String> read(Row row, List<Field> fields) {
        var cells = new LinkedHashMap<String, String>();
        for (var field : fields) {
            Optional.ofNullable(places.get(field.key()))
                    .ifPresent(at -> cells.put(field.key(), field.read(row.cell(at))));
        }
        return cells;
    }
}
