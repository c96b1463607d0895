package org.huying.sheet;

import java.util.List;

/// A row as it stands in a file.
///
/// @param line its number in the file, from 1, the heading included
public record Row(long line, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /// The text of a column; nothing where the row is shorter.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
