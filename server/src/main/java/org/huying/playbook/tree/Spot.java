package org.huying.playbook.tree;

/// A place in a file; line and column count from 1.
public record Spot(String file, int line, int column) {

    /// The place that many lines below and, on the first line, that many columns to the right.
    public Spot shifted(int lines, int columns) {
        return lines == 0
                ? new Spot(file, line, column + columns)
                : new Spot(file, line + lines, columns + 1);
    }

    /// `file:line`, as rules and values name their origin.
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
