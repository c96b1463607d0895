package org.huying.sheet;

/// How much of a file is read.
///
/// @param rows without the heading
/// @param columns of any row
/// @param cell the longest text of a cell, in characters
/// @param unpacked what all parts of an XLSX file may come to, in bytes; the shared texts, formats and the like that the
/// reader keeps in memory at most half of it
public record Limits(int rows, int columns, int cell, long unpacked) {

    /// What commands take from a file that stands on the server's own disk.
    public static final Limits LOCAL = new Limits(5_000_000, 200, 32_767, 4L << 30);

    /// Of a workbook, in memory.
    long kept() {
        return unpacked / 2;
    }

    /// The longest row of a CSV file, in characters, quotation marks and all.
    int row() {
        return Math.max(cell * 4, 1 << 20);
    }

    Unfit tooMuchKept() {
        return new Unfit("文字和格式过多，请分成几个文件", "It has too many texts and formats; split the file");
    }

    Unfit tooManyRows() {
        return new Unfit(
                "最多 %,d 行，请分成几个文件".formatted(rows),
                "At most %,d rows; split the file".formatted(rows));
    }

    Unfit tooManyColumns(long line) {
        return new Unfit(
                "第 %d 行多于 %d 列".formatted(line, columns),
                "Line %d has more than %d columns".formatted(line, columns));
    }

    Unfit tooLongCell(long line) {
        return new Unfit(
                "第 %d 行有超过 %,d 字的单元格".formatted(line, cell),
                "Line %d has a cell of more than %,d characters".formatted(line, cell));
    }
}
